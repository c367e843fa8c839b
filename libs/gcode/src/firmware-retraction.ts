import { type CommandWords, wordIndex } from './command-words';

const F = wordIndex('F');
const L = wordIndex('L');
const P = wordIndex('P');
const R = wordIndex('R');
const S = wordIndex('S');
const Z = wordIndex('Z');
const MM_PER_MINUTE = 1 / 60;
/** A larger value is a mistake or an attack. */
const LONGEST_MM = 1000;

const length = (words: CommandWords, index: number, unit: number): number =>
  Math.min(Math.max(words.value(index) * unit, 0), LONGEST_MM);

/**
 * The moves of G10 and G11, which are not in the file: lengths in millimetres, feed rates in mm/s. Starts with Marlin's
 * build defaults (Configuration_adv.h, FWRETRACT). G11 returns the length of G10 plus that of M208.
 */
export class FirmwareRetraction {
  private length = 3;
  private hop = 0;
  private feedrate = 45;
  private extra = 0;
  private returnFeedrate = 8;
  /** By tool: the length that G10 has retracted and G11 has not returned. */
  private readonly taken = new Map<number, number>();

  /**
   * M207 and M208 (Marlin/src/gcode/feature/fwretract).
   * @param unit millimetres of the file's unit of length
   */
  configure(words: CommandWords, unit = 1): void {
    const feedrate = words.value(F) * unit * MM_PER_MINUTE;
    if (words.code === 208) {
      if (words.hasValue(S)) this.extra = length(words, S, unit);
      if (feedrate > 0) this.returnFeedrate = feedrate;
      return;
    }
    if (words.hasValue(S)) this.length = length(words, S, unit);
    if (words.hasValue(Z)) this.hop = length(words, Z, unit);
    if (feedrate > 0) this.feedrate = feedrate;
  }

  /** The E and Z moves of G10 or G11; null when it moves nothing. */
  apply(
    words: CommandWords,
    tool = 0,
  ): { readonly e: number; readonly z: number; readonly feedrate: number } | null {
    return words.code === 10 ? this.retract(words, tool) : this.recover(tool);
  }

  private retract(words: CommandWords, tool: number) {
    // G10 with an offset or a temperature sets up a tool instead (NIST, RepRapFirmware).
    if (this.taken.has(tool) || [L, P, R, S].some((index) => words.hasValue(index))) return null;
    this.taken.set(tool, this.length);
    return { e: -this.length, z: this.hop, feedrate: this.feedrate };
  }

  private recover(tool: number) {
    const taken = this.taken.get(tool);
    if (taken === undefined) return null;
    this.taken.delete(tool);
    return { e: taken + this.extra, z: -this.hop, feedrate: this.returnFeedrate };
  }
}
