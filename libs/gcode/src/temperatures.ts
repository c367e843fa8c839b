import { type CommandWords, wordIndex } from './command-words';
import { MAX_TOOLS } from './extrusion-meter';

const P = wordIndex('P');
const R = wordIndex('R');
const S = wordIndex('S');
const T = wordIndex('T');
const G_CODE = 0x47;
const M_CODE = 0x4d;
const T_CODE = 0x54;

/** Degrees Celsius; null when the file sets none. */
export interface Temperatures {
  firstLayerNozzle: number | null;
  maxNozzle: number | null;
  firstLayerBed: number | null;
  maxBed: number | null;
  firstLayerChamber: number | null;
  maxChamber: number | null;
  /** Per tool. */
  nozzles: { firstLayer: number | null; max: number | null }[];
}

class Heater {
  target: number | null = null;
  firstLayer: number | null = null;
  max: number | null = null;

  set(target: number): void {
    this.target = target;
    this.max = Math.max(this.max ?? 0, target);
  }
}

/** Records the targets of the file, and those at the first extrusion. */
export class TemperatureRecord {
  private readonly nozzles = [new Heater()];
  private readonly bed = new Heater();
  private readonly chamber = new Heater();
  /** All nozzles: files for a single nozzle do not name it. */
  private readonly nozzle = new Heater();
  private tool = 0;

  apply(words: CommandWords): void {
    if (words.letter === T_CODE) {
      if (words.code < MAX_TOOLS) this.tool = words.code;
    } else if (words.letter === M_CODE) this.applyM(words);
    // RepRapFirmware sets tools' temperatures with G10.
    else if (words.letter === G_CODE && words.code === 10 && words.hasValue(S))
      this.setNozzle(words.hasValue(P) ? words.value(P) : this.tool, words.value(S));
  }

  /** Call when the first extruding move is seen. */
  firstLayerBegins(): void {
    for (const heater of [...this.nozzles, this.nozzle, this.bed, this.chamber])
      heater.firstLayer = heater.target;
  }

  get found(): Temperatures {
    const { nozzle, bed, chamber } = this;
    return {
      firstLayerNozzle: nozzle.firstLayer,
      maxNozzle: nozzle.max,
      firstLayerBed: bed.firstLayer,
      maxBed: bed.max,
      firstLayerChamber: chamber.firstLayer,
      maxChamber: chamber.max,
      nozzles: this.nozzles.map(({ firstLayer, max }) => ({ firstLayer, max })),
    };
  }

  private applyM(words: CommandWords): void {
    if (!words.hasValue(S) && !words.hasValue(R)) return;
    const target = words.value(words.hasValue(S) ? S : R);
    switch (words.code) {
      case 104:
      case 109:
        return this.setNozzle(words.hasValue(T) ? words.value(T) : this.tool, target);
      case 140:
      case 190:
        return this.bed.set(target);
      case 141:
      case 191:
        return this.chamber.set(target);
    }
  }

  private setNozzle(tool: number, target: number): void {
    this.nozzle.set(target);
    if (!(tool >= 0 && tool < MAX_TOOLS)) return;
    const index = Math.floor(tool);
    while (this.nozzles.length <= index) this.nozzles.push(new Heater());
    this.nozzles[index]?.set(target);
  }
}
