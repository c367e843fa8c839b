import { type CommandWords, wordIndex } from './command-words';

const F = wordIndex('F');
const L = wordIndex('L');
const P = wordIndex('P');
const R = wordIndex('R');
const S = wordIndex('S');
const Z = wordIndex('Z');
const MM_PER_MINUTE = 1 / 60;
/** More is a mistake or a trick. */
const LONGEST_MM = 1000;

const length = (words: CommandWords, index: number): number =>
  Math.min(Math.max(words.value(index), 0), LONGEST_MM);

/**
 * What G10 and G11 move, which the file does not say: lengths in millimetres, feed rates in mm/s. Begins with what
 * Marlin is built with (Configuration_adv.h, FWRETRACT). It costs time and no filament: what G10 takes, G11 returns.
 */
export class FirmwareRetraction {
  retracted = false;
  private length = 3;
  private hop = 0;
  private feedrate = 45;
  private extra = 0;
  private returnFeedrate = 8;

  /** M207 and M208 (Marlin/src/gcode/feature/fwretract). */
  configure(words: CommandWords): void {
    const feedrate = words.value(F) * MM_PER_MINUTE;
    if (words.code === 208) {
      if (words.hasValue(S)) this.extra = length(words, S);
      if (feedrate > 0) this.returnFeedrate = feedrate;
      return;
    }
    if (words.hasValue(S)) this.length = length(words, S);
    if (words.hasValue(Z)) this.hop = length(words, Z);
    if (feedrate > 0) this.feedrate = feedrate;
  }

  /** The E and Z that G10 or G11 moves; null where it moves nothing. */
  apply(words: CommandWords): { readonly e: number; readonly z: number; readonly feedrate: number } | null {
    const retracts = words.code === 10;
    // G10 with an offset or a temperature sets up a tool instead (NIST, RepRapFirmware).
    if (retracts === this.retracted || (retracts && [L, P, R, S].some((index) => words.hasValue(index))))
      return null;
    this.retracted = retracts;
    return retracts
      ? { e: -this.length, z: this.hop, feedrate: this.feedrate }
      : { e: this.length + this.extra, z: -this.hop, feedrate: this.returnFeedrate };
  }
}
