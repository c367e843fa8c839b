import type { Micrometres } from '@pandafab/shared';
import { CommandScratch } from './command-scratch';
import { CommandWords, HIGHEST_MOVE, wordIndex } from './command-words';
import { ExtruderModes, type ExtrusionReading, MARLIN_2 } from './extrusion-reading';
import { FirmwareRetraction } from './firmware-retraction';
import { FlowFactors } from './flow-factors';
import type { Volumetric } from './guard/volumetric';
import { ReadingDoubt, type ReadingMatters } from './reading-matters';
import { isNameUnmetered, isUnmetered } from './unmetered';

const D = wordIndex('D');
const E = wordIndex('E');
const HAS_E = 1 << E;
const S = wordIndex('S');
const T_WORD = wordIndex('T');
const G = 0x47;
const M = 0x4d;
const T = 0x54;
const SPLINE = 5;
const DUPLICATION = 605;

export const MM_PER_INCH = 25.4;
/** More tools than any supported machine has; a larger number in a file is a mistake or an attack. */
export const MAX_TOOLS = 16;
/** Thinner filament is a mistake or an attack: a cubic millimetre would become kilometres. */
const SMALLEST_DIAMETER_MM = 0.5;
/** DEFAULT_NOMINAL_FILAMENT_DIA. */
const DIAMETER_MM = 1.75;

/** E is read as whole nanometres. */
const NM_PER_MM = 1e6;
/** Feeds are nanometres times per cents of flow: whole numbers, so that a hundred thousand add up exactly. */
const PERCENT = 100;
const FEEDS_PER_MM = NM_PER_MM * PERCENT;

interface ToolState {
  /** Sum of all movements, retractions included, in hundredths of nanometres. */
  net: number;
  /** The maximum of `net`: the filament taken from the spool. */
  furthest: number;
  /** The diameter from M200, in millimetres. */
  diameter: number;
}

/**
 * Measures filament as firmware really moves it (including flow and volume): net extrusion with a high-water mark for
 * each tool, so that a retraction and its return add nothing. A sum of forward moves would count returns twice (5 735 mm
 * become 11 663 in one of our test vases).
 */
export class ExtrusionMeter {
  /** E's movement in the previous command, in millimetres; 0 if it was not a move. */
  fed = 0;
  /** False once a command moved filament, or may have, without a length in the file. */
  exact = true;
  private readonly tools: ToolState[] = [newTool()];
  private tool = 0;
  /** The firmware's position of E, in nanometres: one position for all tools. */
  private position = 0;
  private readonly modes: ExtruderModes;
  private readonly doubt: ReadingDoubt;
  /** E is in cubic millimetres, set by M200. */
  private volumetric = false;
  /** The same, independent of whether this firmware knows M200; null while the file has not set it. */
  volumes: Volumetric | null = null;
  /** Millimetres of the file's unit of length. */
  private unit = 1;
  private readonly flow: FlowFactors;
  /** Cached from `flow`, `modes` and `doubt`, since nearly every line needs them. */
  private readonly percents: readonly number[];
  private isRelativeE = false;
  private isInDoubt = false;
  /** The second tool repeats the first one (M605). */
  private duplicates = false;
  /** By the slicer's settings. */
  private diameters: readonly number[] = [];
  private withholds = false;
  private readonly retraction = new FirmwareRetraction();
  private readonly alsoMoves: ReadonlySet<string>;
  private readonly words = new CommandWords();
  private readonly scratch = new CommandScratch();

  /** @param reading how the firmware reads E; as Marlin 2 when not given */
  constructor(private readonly reading: ExtrusionReading = MARLIN_2) {
    this.alsoMoves = new Set(reading.alsoMoves);
    this.modes = new ExtruderModes(reading.modes);
    this.doubt = new ReadingDoubt(reading.modes);
    this.flow = new FlowFactors(reading, this.doubt, MAX_TOOLS);
    this.percents = this.flow.percents;
  }

  /** Reads one command without number, checksum and comment. */
  apply(command: string): void {
    this.scratch.read(this.words, command);
    if (this.words.letter === 0) this.applyNamed(command);
    else this.applyWords(this.words);
  }

  /** A command that does not begin with a letter and a number, such as a macro. */
  applyNamed(command: string): void {
    this.fed = 0;
    if (isNameUnmetered(command)) this.exact = false;
  }

  /** The same for a parsed command. */
  applyWords(words: CommandWords): void {
    this.fed = 0;
    if (words.letter === G) this.applyG(words);
    else if (words.letter === M) this.applyM(words);
    else if (words.letter === T) this.select(words.code);
  }

  /**
   * The same for a move that the firmware executed without its filament, too cold or too long: it counts E as moved anyway
   * (Marlin, planner.cpp: `position.e = target.e`).
   * @returns the length that did not move, in millimetres
   */
  applyUnmoved(words: CommandWords): number {
    this.withholds = true;
    this.applyWords(words);
    this.withholds = false;
    return this.fed;
  }

  /** The parts of the reading that affect the figures so far. */
  get matters(): ReadingMatters {
    return this.doubt.matters;
  }

  /** The filament that each tool has taken from its spool, in whole micrometres. */
  get filamentUm(): Micrometres[] {
    return this.tools.map(({ furthest }) => Math.round((furthest / FEEDS_PER_MM) * 1000));
  }

  get filamentMm(): number[] {
    return this.tools.map(({ furthest }) => furthest / FEEDS_PER_MM);
  }

  private applyG(words: CommandWords): void {
    if (words.code <= HIGHEST_MOVE) {
      // Prusa-Firmware reads a word without a number as 0 (code_value), Marlin ignores it, and in Klipper it swallows the E after it.
      if ((words.letters & ~words.numbered) !== 0) this.exact = false;
      if ((words.numbered & HAS_E) !== 0) this.move(words);
      return;
    }
    if (isUnmetered(words, this.alsoMoves)) this.exact = false;
    switch (words.code) {
      case SPLINE:
        if (words.hasValue(E)) this.move(words);
        break;
      case 10:
      case 11:
        this.retract(words);
        break;
      case 20:
        this.unit = MM_PER_INCH;
        break;
      case 21:
        this.unit = 1;
        break;
      case 90:
      case 91:
        this.setRelative(words.code === 91);
        break;
      case 92:
        // Without words it sets all axes to 0: it is sent so (`plainForm`).
        if (words.letters === 0) this.position = 0;
        else if (words.hasValue(E)) this.position = this.nanometres(words);
        else if (words.has(E)) this.exact = false;
        break;
    }
  }

  private applyM(words: CommandWords): void {
    if (isUnmetered(words, this.alsoMoves)) this.exact = false;
    if (words.code === 82 || words.code === 83) this.setRelativeE(words.code === 83);
    else if (words.code === 200) this.onM200(words);
    else if (words.code === 207 || words.code === 208) this.retraction.configure(words, this.unit);
    else if (words.code === 221) this.flow.apply(words, this.tool);
    else if (words.code === DUPLICATION) this.setDuplication(words);
  }

  private setRelative(relative: boolean): void {
    this.modes.setRelative(relative);
    this.doubt.setRelative(relative);
    this.noteModes();
  }

  private setRelativeE(relative: boolean): void {
    this.modes.setRelativeE(relative);
    this.doubt.setRelativeE(relative);
    this.noteModes();
  }

  private giveDoubt(): void {
    this.doubt.onExtrusion();
    this.isInDoubt = false;
  }

  private noteModes(): void {
    this.isRelativeE = this.modes.isRelativeE;
    this.isInDoubt = this.doubt.isInDoubt;
  }

  /**
   * E counts volume by the slicer's settings, until M200 sets it.
   * @param diameters of the filaments in millimetres, by tool; null: 1.75
   */
  assumeVolumes(diameters: readonly number[] | null): void {
    this.volumetric = true;
    this.volumes = 'untold';
    this.diameters = diameters ?? [];
    this.tools.forEach((tool, index) => {
      tool.diameter = this.diameterOf(index);
    });
  }

  private onM200(words: CommandWords): void {
    this.doubt.onVolumetric();
    if (words.hasValue(D)) this.volumes = words.value(D) > 0 ? 'told' : null;
    if (words.hasValue(S)) this.volumes = words.value(S) !== 0 ? 'told' : null;
    if (this.reading.volumetric) this.setVolumetric(words);
  }

  /** Diameter and whether E counts volume (Marlin/src/gcode/config/M200-M205.cpp). */
  private setVolumetric(words: CommandWords): void {
    const tool = this.tools[words.hasValue(T_WORD) ? words.value(T_WORD) : this.tool];
    const diameter = words.value(D) * this.unit;
    if (words.hasValue(D)) {
      this.volumetric = diameter > 0;
      if (tool && diameter > SMALLEST_DIAMETER_MM) tool.diameter = diameter;
    }
    if (words.hasValue(S)) this.volumetric = words.value(S) !== 0;
  }

  /** Marlin's M605.cpp: S3 mirrors what S2 has begun to duplicate; without S it restores the machine's default. */
  private setDuplication(words: CommandWords): void {
    const mode = words.value(S);
    if (mode === 2 || (mode === 3 && this.duplicates)) this.select(0);
    this.duplicates = mode === 2 || (mode === 3 && this.duplicates);
    if (this.duplicates && this.tools.length < 2) this.tools.push(newTool(this.diameterOf(1)));
  }

  private select(tool: number): void {
    if (tool !== this.tool && (this.alsoMoves.has('T') || tool >= MAX_TOOLS)) this.exact = false;
    if (tool >= MAX_TOOLS) return;
    if (tool !== this.tool) this.doubt.onTool(tool);
    this.tool = tool;
    while (this.tools.length <= tool) this.tools.push(newTool(this.diameterOf(this.tools.length)));
  }

  private diameterOf(tool: number): number {
    return this.diameters[tool] ?? this.diameters[0] ?? DIAMETER_MM;
  }

  private nanometres(words: CommandWords): number {
    return Math.round(
      (words.values[E] as number) * (this.volumetric ? this.unit ** 3 : this.unit) * NM_PER_MM,
    );
  }

  private move(words: CommandWords): void {
    // Nanometres, or millionths of a cubic millimetre when volumetric.
    const e = this.nanometres(words);
    const tool = this.tools[this.tool] as ToolState;
    if (this.isInDoubt) this.giveDoubt();
    const wanted = this.isRelativeE ? e : e - this.position;
    this.position += wanted;
    const flowing = wanted * (this.percents[this.tool] as number);
    const fed = Math.round(this.volumetric ? flowing / (Math.PI * (tool.diameter / 2) ** 2) : flowing);
    this.feed(tool, fed);
    this.fed = fed / FEEDS_PER_MM;
  }

  private feed(tool: ToolState, feeds: number): void {
    if (this.withholds) return;
    tool.net += feeds;
    if (tool.net > tool.furthest) tool.furthest = tool.net;
    const [first, second] = this.tools;
    if (this.duplicates && tool === first && second) this.feed(second, feeds);
  }

  /** G10, G11: the firmware's own lengths. E keeps the file's value. */
  private retract(words: CommandWords): void {
    const move = this.retraction.apply(words, this.tool);
    if (move) this.feed(this.tools[this.tool] as ToolState, Math.round(move.e * FEEDS_PER_MM));
  }
}

const newTool = (diameter = DIAMETER_MM): ToolState => ({ net: 0, furthest: 0, diameter });
