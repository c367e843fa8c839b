import { type CommandWords, wordIndex } from './command-words';
import type { ExtrusionReading } from './extrusion-reading';
import type { ReadingDoubt } from './reading-matters';

const S = wordIndex('S');
const T = wordIndex('T');
const PERCENT = 100;

/** The factors of M221 for E (Marlin/src/gcode/config/M221.cpp; Klipper's gcode_move.py, cmd_M221). */
export class FlowFactors {
  /** Per cent, by tool; the same for all when the firmware has one factor. */
  readonly percents: number[];

  constructor(
    private readonly reading: ExtrusionReading,
    private readonly doubt: ReadingDoubt,
    tools: number,
  ) {
    this.percents = new Array<number>(tools).fill(PERCENT);
  }

  /** Without S, Marlin only shows the factor. @param tool the active tool */
  apply(words: CommandWords, tool: number): void {
    const percent = words.hasValue(S) ? words.value(S) : undefined;
    const named = words.hasValue(T) ? words.value(T) : undefined;
    this.doubt.onFlow(int16(percent ?? PERCENT), percent, tool, named);
    if (this.reading.flow === 'fraction') this.set(percent ?? PERCENT, tool, named);
    else if (percent !== undefined) this.set(int16(percent), tool, named);
  }

  private set(percent: number, tool: number, named: number | undefined): void {
    const { flow, flowOf } = this.reading;
    if (flowOf === 'tool') {
      if ((named ?? tool) in this.percents) this.percents[named ?? tool] = percent;
    } else if (flow === 'fraction' || named === undefined) {
      // With T, Prusa-Firmware keeps a number that it never uses (calculate_extruder_multiplier); Klipper reads only S.
      this.percents.fill(percent);
    }
  }
}

/** As Marlin keeps it: 65 636 % are 100. */
const int16 = (value: number): number => (Math.trunc(value) << 16) >> 16;
