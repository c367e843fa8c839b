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
/** More tools than any machine of ours; a larger number in a file is a mistake or a trick. */
export const MAX_TOOLS = 16;
/** Thinner filament is a mistake or a trick, and would make kilometres of a cubic millimetre. */
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
  /** The furthest that `net` has been: what has left the spool. */
  furthest: number;
  /** What M200 gave, in millimetres. */
  diameter: number;
}

/**
 * Measures filament as firmware really moves it (flow and volume counted): net extrusion with a high-water mark for
 * each tool, so that a retraction and its return count for nothing. Summing what is pushed forward instead counts returns twice (5 735 mm become
 * 11 663 on one of our vases).
 */
export class ExtrusionMeter {
  /** How far E moved with the command before, in millimetres; 0 where it was no move. */
  fed = 0;
  /** False once something moved filament, or may have, without saying how much. */
  exact = true;
  private readonly tools: ToolState[] = [newTool()];
  private tool = 0;
  /** Where the firmware believes E to be, in nanometres: one place, whatever tool is in use. */
  private position = 0;
  private readonly modes: ExtruderModes;
  private readonly doubt: ReadingDoubt;
  /** E in cubic millimetres, as M200 asks. */
  private volumetric = false;
  /** The same whether this firmware knows M200 or not; null while nobody has said so. */
  volumes: Volumetric | null = null;
  /** Millimetres of the file's unit of length. */
  private unit = 1;
  private readonly flow: FlowFactors;
  /** Of `flow`, `modes` and `doubt`, kept at hand since nearly every line asks for them. */
  private readonly percents: readonly number[];
  private isRelativeE = false;
  private isInDoubt = false;
  /** The second tool does what the first one does (M605). */
  private duplicates = false;
  /** By the slicer's word. */
  private diameters: readonly number[] = [];
  private withholds = false;
  private readonly retraction = new FirmwareRetraction();
  private readonly alsoMoves: ReadonlySet<string>;
  private readonly words = new CommandWords();
  private readonly scratch = new CommandScratch();

  /** @param reading how the firmware takes E; as Marlin 2 does when not given */
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

  /** A command that no letter and number begin, such as a macro. */
  applyNamed(command: string): void {
    this.fed = 0;
    if (isNameUnmetered(command)) this.exact = false;
  }

  /** The same for a command that is parsed already. */
  applyWords(words: CommandWords): void {
    this.fed = 0;
    if (words.letter === G) this.applyG(words);
    else if (words.letter === M) this.applyM(words);
    else if (words.letter === T) this.select(words.code);
  }

  /**
   * The same for a move that the firmware carried out without its filament, too cold or too long: it takes E for moved all
   * the same (Marlin, planner.cpp: `position.e = target.e`).
   * @returns how much stayed where it was, in millimetres
   */
  applyUnmoved(words: CommandWords): number {
    this.withholds = true;
    this.applyWords(words);
    this.withholds = false;
    return this.fed;
  }

  /** What of the reading decides about the figures so far. */
  get matters(): ReadingMatters {
    return this.doubt.matters;
  }

  /** What each tool has taken from its spool, in whole micrometres. */
  get filamentUm(): Micrometres[] {
    return this.tools.map(({ furthest }) => Math.round((furthest / FEEDS_PER_MM) * 1000));
  }

  get filamentMm(): number[] {
    return this.tools.map(({ furthest }) => furthest / FEEDS_PER_MM);
  }

  private applyG(words: CommandWords): void {
    if (words.code <= HIGHEST_MOVE) {
      // A word without a number is 0 to Prusa-Firmware (code_value), nothing to Marlin, and eats the E behind it in Klipper.
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
        // Alone it sets all axes to 0: so it is sent (`plainForm`).
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
   * E counts volume by the slicer's word, until M200 says how it is.
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

  /** Marlin's M605.cpp: S3 mirrors what S2 has begun to duplicate; without S it is as the machine was built. */
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

  /** G10, G11: the firmware's own lengths. E stays where the file has left it. */
  private retract(words: CommandWords): void {
    const move = this.retraction.apply(words, this.tool);
    if (move) this.feed(this.tools[this.tool] as ToolState, Math.round(move.e * FEEDS_PER_MM));
  }
}

const newTool = (diameter = DIAMETER_MM): ToolState => ({ net: 0, furthest: 0, diameter });
