import { type CommandWords, wordIndex } from './command-words';
import { MAX_TOOLS } from './extrusion-meter';

const P = wordIndex('P');
const R = wordIndex('R');
const S = wordIndex('S');
const T = wordIndex('T');
const G_LETTER = 0x47;
const M_LETTER = 0x4d;
const T_LETTER = 0x54;
/** Some slicers change temperatures with every tool: later changes heat little that was not warm before. */
const MOST_STEPS = 256;

/** A heater's target is set, or the print waits for it. `nozzle1` is that of the second tool. */
export interface HeatStep {
  readonly heater: 'bed' | 'chamber' | `nozzle${number}`;
  readonly celsius: number;
  /** The print waits until the heater has reached the target by heating, or, after R, also by cooling. */
  readonly waits: 'no' | 'warm' | 'even';
  /** Bytes of the file before it. */
  readonly offset: number;
  /** Seconds of the earlier moves. */
  readonly seconds: number;
}

/** Commands of a file that take time in addition to moves; the duration depends on the machine (`printTime`). */
export interface Waits {
  readonly heating: readonly HeatStep[];
  readonly toolChanges: number;
  readonly filamentChanges: number;
}

/** Gathers waits, in memory that does not grow with the file. */
export class WaitRecord {
  toolChanges = 0;
  filamentChanges = 0;
  private readonly heating: HeatStep[] = [];
  private tool = 0;

  /** @param seconds of moves so far */
  apply(words: CommandWords, offset: number, seconds: number): void {
    if (words.letter === T_LETTER) this.select(words.code);
    else if (words.letter === M_LETTER) this.applyM(words, offset, seconds);
    // RepRapFirmware sets a tool's temperature so.
    else if (words.letter === G_LETTER && words.code === 10 && words.hasValue(S))
      this.heat(this.nozzle(words, P), words.value(S), 'no', offset, seconds);
  }

  get waits(): Waits {
    const { heating, toolChanges, filamentChanges } = this;
    return { heating, toolChanges, filamentChanges };
  }

  private select(tool: number): void {
    if (tool >= MAX_TOOLS || tool === this.tool) return;
    this.tool = tool;
    this.toolChanges++;
  }

  private applyM(words: CommandWords, offset: number, seconds: number): void {
    const { code } = words;
    if (code === 600) this.filamentChanges++;
    else if (code === 116) this.waitForAll(offset, seconds);
    if (!words.hasValue(S) && !words.hasValue(R)) return;
    const celsius = words.value(words.hasValue(S) ? S : R);
    const waits = words.hasValue(S) ? 'warm' : 'even';
    if (code === 104 || code === 109)
      this.heat(this.nozzle(words, T), celsius, code === 109 ? waits : 'no', offset, seconds);
    else if (code === 140 || code === 190)
      this.heat('bed', celsius, code === 190 ? waits : 'no', offset, seconds);
    else if (code === 141 || code === 191)
      this.heat('chamber', celsius, code === 191 ? waits : 'no', offset, seconds);
  }

  private nozzle(words: CommandWords, letter: number): `nozzle${number}` {
    return `nozzle${words.hasValue(letter) ? words.value(letter) : this.tool}`;
  }

  /** M116: RepRapFirmware waits for all targets that were set. */
  private waitForAll(offset: number, seconds: number): void {
    const told = new Map(this.heating.map(({ heater, celsius }) => [heater, celsius]));
    for (const [heater, celsius] of told) this.heat(heater, celsius, 'warm', offset, seconds);
  }

  private heat(
    heater: HeatStep['heater'],
    celsius: number,
    waits: HeatStep['waits'],
    offset: number,
    seconds: number,
  ): void {
    if (this.heating.length < MOST_STEPS) this.heating.push({ heater, celsius, waits, offset, seconds });
  }
}
