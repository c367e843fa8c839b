import type { Micrometres } from '@pandafab/shared';
import { CommandWords, wordIndex } from './command-words';

const D = wordIndex('D');
const E = wordIndex('E');
const S = wordIndex('S');
const T_WORD = wordIndex('T');
const G = 0x47;
const M = 0x4d;
const T = 0x54;

export const MM_PER_INCH = 25.4;
/** More tools than any machine of ours; a larger number in a file is a mistake or a trick. */
export const MAX_TOOLS = 16;
/** Thinner filament is a mistake or a trick, and would make kilometres of a cubic millimetre. */
const SMALLEST_DIAMETER_MM = 0.5;

/** Feeds are whole nanometres inside, so that a hundred thousand short ones add up exactly. */
const NM_PER_MM = 1e6;

interface ToolState {
  /** Sum of all movements, retractions included, in nanometres. */
  net: number;
  /** The furthest that `net` has been: what has left the spool. */
  furthest: number;
  /** What M200 gave, in millimetres. */
  diameter: number;
}

/** All that a meter knows, to be kept and taken up again. */
export interface ExtrusionState {
  readonly tools: readonly Readonly<ToolState>[];
  readonly tool: number;
  /** Where the firmware believes E to be, in nanometres: one place, whatever tool is in use. */
  readonly position: number;
  readonly absolute: boolean;
  /** E in cubic millimetres, as M200 asks. */
  readonly volumetric: boolean;
  /** Millimetres of the file's unit of length. */
  readonly unit: number;
}

/**
 * Measures filament as firmware moves it: net extrusion with a high-water mark for each tool, so that a retraction
 * and its return count for nothing. Summing what is pushed forward instead counts returns twice (5 735 mm become
 * 11 663 on one of our vases).
 */
export class ExtrusionMeter {
  private tools: ToolState[] = [newTool()];
  private tool = 0;
  private position = 0;
  private absolute = true;
  private volumetric = false;
  private unit = 1;
  private readonly words = new CommandWords();
  private readonly scratch = Buffer.alloc(256);

  /** Reads one command without number, checksum and comment. */
  apply(command: string): void {
    this.words.parse(this.scratch, 0, this.scratch.write(command, 'latin1'));
    this.applyWords(this.words);
  }

  /** The same for a command that is parsed already. Returns how far E moves, in millimetres; 0 for no move. */
  applyWords(words: CommandWords): number {
    if (words.letter === G) return this.applyG(words);
    if (words.letter === M) this.applyM(words);
    else if (words.letter === T && words.code < MAX_TOOLS) this.select(words.code);
    return 0;
  }

  /** What each tool has taken from its spool, in whole micrometres. */
  get filamentUm(): Micrometres[] {
    return this.tools.map(({ furthest }) => Math.round(furthest / 1000));
  }

  get filamentMm(): number[] {
    return this.tools.map(({ furthest }) => furthest / NM_PER_MM);
  }

  snapshot(): ExtrusionState {
    const { tool, position, absolute, volumetric, unit } = this;
    return { tools: this.tools.map((each) => ({ ...each })), tool, position, absolute, volumetric, unit };
  }

  restore(state: ExtrusionState): void {
    this.tools = state.tools.map((each) => ({ ...each }));
    this.tool = state.tool;
    this.position = state.position;
    this.absolute = state.absolute;
    this.volumetric = state.volumetric;
    this.unit = state.unit;
  }

  private applyG(words: CommandWords): number {
    switch (words.code) {
      case 0:
      case 1:
      case 2:
      case 3:
        return words.hasValue(E) ? this.move(this.nanometres(words)) : 0;
      case 20:
        this.unit = MM_PER_INCH;
        break;
      case 21:
        this.unit = 1;
        break;
      // Marlin 2 lets G90 and G91 decide for E too (Marlin/src/gcode/gcode.h, set_relative_mode).
      case 90:
        this.absolute = true;
        break;
      case 91:
        this.absolute = false;
        break;
      case 92:
        if (words.hasValue(E)) this.position = this.nanometres(words);
        break;
    }
    return 0;
  }

  private applyM(words: CommandWords): void {
    if (words.code === 82) this.absolute = true;
    else if (words.code === 83) this.absolute = false;
    else if (words.code === 200) this.setVolumetric(words);
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

  private select(tool: number): void {
    this.tool = tool;
    while (this.tools.length <= tool) this.tools.push(newTool());
  }

  private nanometres(words: CommandWords): number {
    return Math.round(words.value(E) * (this.volumetric ? this.unit ** 3 : this.unit) * NM_PER_MM);
  }

  /** @param e nanometres, or millionths of a cubic millimetre when volumetric */
  private move(e: number): number {
    const tool = this.tools[this.tool] as ToolState;
    const wanted = this.absolute ? e - this.position : e;
    this.position += wanted;
    const fed = this.volumetric ? Math.round(wanted / (Math.PI * (tool.diameter / 2) ** 2)) : wanted;
    tool.net += fed;
    if (tool.net > tool.furthest) tool.furthest = tool.net;
    return fed / NM_PER_MM;
  }
}

const newTool = (): ToolState => ({ net: 0, furthest: 0, diameter: 1.75 });
