import { type CommandWords, wordIndex } from './command-words';

const R = wordIndex('R');
const S = wordIndex('S');

/** Degrees Celsius; null where the file sets none. */
export interface Temperatures {
  firstLayerNozzle: number | null;
  maxNozzle: number | null;
  firstLayerBed: number | null;
  maxBed: number | null;
}

/** Notes what the file heats to, and what was set when it began to extrude. */
export class TemperatureRecord {
  readonly found: Temperatures = {
    firstLayerNozzle: null,
    maxNozzle: null,
    firstLayerBed: null,
    maxBed: null,
  };
  private nozzle: number | null = null;
  private bed: number | null = null;

  apply(words: CommandWords): void {
    if (!words.hasValue(S) && !words.hasValue(R)) return;
    const target = words.value(words.hasValue(S) ? S : R);
    const isG10 = words.letter === 0x47 && words.code === 10 && words.hasValue(S);
    if (isG10 || (words.letter === 0x4d && (words.code === 104 || words.code === 109))) {
      this.nozzle = target;
      this.found.maxNozzle = Math.max(this.found.maxNozzle ?? 0, target);
    } else if (words.letter === 0x4d && (words.code === 140 || words.code === 190)) {
      this.bed = target;
      this.found.maxBed = Math.max(this.found.maxBed ?? 0, target);
    }
  }

  /** Call when the first extruding move is seen. */
  firstLayerBegins(): void {
    this.found.firstLayerNozzle = this.nozzle;
    this.found.firstLayerBed = this.bed;
  }
}
