import type { Micrometres } from '@pandafab/shared';
import { CommandWords, wordIndex } from './command-words';

const E = wordIndex('E');
const G = 0x47;
const M = 0x4d;
const T = 0x54;

export const MM_PER_INCH = 25.4;
/** More tools than any machine of ours; a larger number in a file is a mistake or a trick. */
export const MAX_TOOLS = 16;

interface ToolState {
  /** Where the firmware believes E to be, in millimetres. */
  position: number;
  /** Sum of all movements, retractions included. */
  net: number;
  /** The furthest that `net` has been: what has left the spool. */
  furthest: number;
}

/** All that a meter knows, to be kept and taken up again. */
export interface ExtrusionState {
  readonly tools: readonly Readonly<ToolState>[];
  readonly tool: number;
  readonly absolute: boolean;
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
  private absolute = true;
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
    if (words.letter === M) {
      if (words.code === 82) this.absolute = true;
      else if (words.code === 83) this.absolute = false;
    } else if (words.letter === T && words.code < MAX_TOOLS) {
      this.tool = words.code;
      while (this.tools.length <= this.tool) this.tools.push(newTool());
    }
    return 0;
  }

  /** What each tool has taken from its spool, in whole micrometres. */
  get filamentUm(): Micrometres[] {
    return this.tools.map(({ furthest }) => Math.round(furthest * 1000));
  }

  get filamentMm(): number[] {
    return this.tools.map(({ furthest }) => furthest);
  }

  snapshot(): ExtrusionState {
    const { tool, absolute, unit } = this;
    return { tools: this.tools.map((each) => ({ ...each })), tool, absolute, unit };
  }

  restore(state: ExtrusionState): void {
    this.tools = state.tools.map((each) => ({ ...each }));
    this.tool = state.tool;
    this.absolute = state.absolute;
    this.unit = state.unit;
  }

  private applyG(words: CommandWords): number {
    switch (words.code) {
      case 0:
      case 1:
      case 2:
      case 3:
        return words.has(E) ? this.move(words.value(E) * this.unit) : 0;
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
        if (words.has(E)) this.current.position = words.value(E) * this.unit;
        break;
    }
    return 0;
  }

  private move(e: number): number {
    const tool = this.current;
    const distance = this.absolute ? e - tool.position : e;
    tool.position += distance;
    tool.net += distance;
    if (tool.net > tool.furthest) tool.furthest = tool.net;
    return distance;
  }

  private get current(): ToolState {
    return this.tools[this.tool] as ToolState;
  }
}

const newTool = (): ToolState => ({ position: 0, net: 0, furthest: 0 });
