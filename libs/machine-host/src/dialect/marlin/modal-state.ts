import {
  CommandScratch,
  CommandWords,
  ExtruderModes,
  type ExtrusionReading,
  wordIndex,
} from '@pandafab/gcode';

const E = wordIndex('E');
const F = wordIndex('F');
const R = wordIndex('R');
const S = wordIndex('S');
const T = wordIndex('T');
const X = wordIndex('X');
const Y = wordIndex('Y');
const Z = wordIndex('Z');
const G_LETTER = 0x47;
const M_LETTER = 0x4d;
const T_LETTER = 0x54;
const MM_PER_INCH = 25.4;
/** Parking, probing, levelling: their end position is unknown. */
const WANDERING = new Set([27, 29, 30, 32, 33, 34, 35, 76]);
/** M18, M84: an axis without power may be pushed. */
const RELEASING = new Set([18, 84]);

/** Logical coordinates in millimetres, as G92 left them; null while only the machine knows them. */
export interface LogicalPosition {
  readonly x: number | null;
  readonly y: number | null;
  readonly z: number | null;
  readonly e: number | null;
}

/**
 * The firmware's modal state, followed through the commands that it acknowledged: everything that a pause has to
 * restore. Marlin's own rules: gcode.cpp `get_destination_from_command`, G92.cpp.
 */
export class ModalState {
  /** In the order in which they were last sent: Marlin 2 lets G90 overrule an M83 before it, Marlin 1 does not. */
  private modes: readonly [string, string] = ['M82', 'G90'];
  private readonly extruder: ExtruderModes;
  private inches = false;
  private readonly axes: Record<'x' | 'y' | 'z' | 'e', number | null> = {
    x: null,
    y: null,
    z: null,
    e: null,
  };
  private feed: number | null = null;
  private selected = 0;
  private readonly nozzles = new Map<number, number>();
  private bedTarget: number | null = null;
  private chamberTarget: number | null = null;
  private readonly words = new CommandWords();
  private readonly scratch = new CommandScratch();

  /** @param reading which commands set the mode of E */
  constructor(reading?: ExtrusionReading['modes']) {
    this.extruder = new ExtruderModes(reading);
  }

  /** Applies one acknowledged command, without number and checksum. */
  apply(command: string): void {
    this.scratch.read(this.words, command);
    this.applyWords(this.words);
  }

  /** The same for a parsed command. */
  applyWords(words: CommandWords): void {
    if (words.letter === G_LETTER) this.applyG(words);
    else if (words.letter === M_LETTER) this.applyM(words);
    else if (words.letter === T_LETTER) this.selected = words.code;
  }

  get position(): LogicalPosition {
    return { ...this.axes };
  }

  /** Millimetres a minute; null before the first F. */
  get feedRate(): number | null {
    return this.feed;
  }

  get tool(): number {
    return this.selected;
  }

  /** Target, °C; null where none was ever set. */
  get bed(): number | null {
    return this.bedTarget;
  }

  get chamber(): number | null {
    return this.chamberTarget;
  }

  /** Targets by tool, °C, of the tools whose target was ever set. */
  get nozzleTargets(): ReadonlyMap<number, number> {
    return new Map(this.nozzles);
  }

  /** The commands that restore units, G90 or G91, and M82 or M83. */
  get modeCommands(): readonly string[] {
    return [this.inches ? 'G20' : 'G21', ...this.modes];
  }

  private applyG(words: CommandWords): void {
    const { code } = words;
    if (code <= 3) this.move(words);
    else if (code === 20 || code === 21) this.inches = code === 20;
    else if (code === 28) this.home(words);
    else if (code === 90 || code === 91) this.setCoordinates(code === 91, `G${code}`);
    else if (code === 92) this.setPosition(words);
    else if (WANDERING.has(code)) this.lose();
  }

  private applyM(words: CommandWords): void {
    const { code } = words;
    if (code === 82 || code === 83) this.setExtruder(code === 83, `M${code}`);
    else if (code === 104 || code === 109) this.heatNozzle(words);
    else if (code === 140 || code === 190) this.bedTarget = targetOf(words) ?? this.bedTarget;
    else if (code === 141 || code === 191) this.chamberTarget = targetOf(words) ?? this.chamberTarget;
    else if (RELEASING.has(code)) this.lose();
  }

  private lose(): void {
    Object.assign(this.axes, { x: null, y: null, z: null });
  }

  private setCoordinates(relative: boolean, command: string): void {
    this.extruder.setRelative(relative);
    this.noteMode(command);
  }

  private setExtruder(relative: boolean, command: string): void {
    this.extruder.setRelativeE(relative);
    this.noteMode(command);
  }

  private noteMode(command: string): void {
    const other = this.modes.find((mode) => mode[0] !== command[0]) ?? 'G90';
    this.modes = [other, command];
  }

  private move(words: CommandWords): void {
    const { relative, isRelativeE } = this.extruder;
    if (words.hasValue(F) && words.value(F) > 0) this.feed = this.length(words, F);
    this.axes.x = this.moved(words, X, this.axes.x, relative);
    this.axes.y = this.moved(words, Y, this.axes.y, relative);
    this.axes.z = this.moved(words, Z, this.axes.z, relative);
    this.axes.e = this.moved(words, E, this.axes.e, isRelativeE);
  }

  private moved(words: CommandWords, axis: number, from: number | null, relative: boolean): number | null {
    if (!words.hasValue(axis)) return from;
    const value = this.length(words, axis);
    if (!relative) return value;
    return from === null ? null : from + value;
  }

  /** Only the machine knows its home position: it need not be 0. */
  private home(words: CommandWords): void {
    const all = !words.has(X) && !words.has(Y) && !words.has(Z);
    if (all || words.has(X)) this.axes.x = null;
    if (all || words.has(Y)) this.axes.y = null;
    if (all || words.has(Z)) this.axes.z = null;
  }

  private setPosition(words: CommandWords): void {
    const all = !words.has(X) && !words.has(Y) && !words.has(Z) && !words.has(E);
    if (all) Object.assign(this.axes, { x: 0, y: 0, z: 0, e: 0 });
    if (words.hasValue(X)) this.axes.x = this.length(words, X);
    if (words.hasValue(Y)) this.axes.y = this.length(words, Y);
    if (words.hasValue(Z)) this.axes.z = this.length(words, Z);
    if (words.hasValue(E)) this.axes.e = this.length(words, E);
  }

  private heatNozzle(words: CommandWords): void {
    const target = targetOf(words);
    if (target !== null) this.nozzles.set(words.hasValue(T) ? words.value(T) : this.selected, target);
  }

  private length(words: CommandWords, index: number): number {
    return words.value(index) * (this.inches ? MM_PER_INCH : 1);
  }
}

const targetOf = (words: CommandWords): number | null =>
  words.hasValue(S) ? words.value(S) : words.hasValue(R) ? words.value(R) : null;
