import type { FirmwareProfile } from '@pandafab/firmware';
import { type CommandWords, wordIndex } from '@pandafab/gcode';
import type { TemperatureReport } from '../protocol/temperatures';

const M_LETTER = 0x4d;
const T_LETTER = 0x54;
const R = wordIndex('R');
const S = wordIndex('S');
const T = wordIndex('T');
/** More tools than any machine of ours; a larger number in a file is a mistake or a trick. */
const MOST_TOOLS = 16;
const NOZZLE = new Set([104, 109]);
const BED = new Set([140, 190]);
const CHAMBER = new Set([141, 191]);
const COOLER = new Set([143, 193]);
/** A machine that tells no targets is believed off below this: nobody and nothing is burnt by it. */
const COLD_C = 50;
const CHAMBER_OFF = 'M141 S0';
/** Marlin's laser cooler (M143.cpp): no heater, but a target all the same. */
const COOLER_OFF = 'M143 S0';

/**
 * The heaters of one machine: those that it reports, that its profile and its M115 tell of, and that files have named.
 * What may be on is switched off by name: `M104 S0` means the tool in use only (Marlin, M104_M109.cpp).
 */
export class HeaterBank {
  private readonly targets = new Map<string, number>();
  /** Temperatures of heaters whose target was never told. */
  private readonly untold = new Map<string, number>();
  /** What was sent for them. */
  private readonly wishes = new Map<string, number>();
  private tool = 0;
  private readonly tools = new Set<number>();
  private readonly others = new Set<string>();
  private count = 0;

  constructor(private readonly profile: FirmwareProfile) {
    this.hasTools(profile.limits.extruders);
  }

  /** Another machine may hang on the line by now: what is not a heater of this one must not be waited for. */
  forget(): void {
    this.targets.clear();
    this.untold.clear();
    this.wishes.clear();
  }

  /** What the heater of this name is to reach, °C, as far as anybody knows. */
  targetOf(name: string): number {
    return this.targets.get(name) ?? this.wishes.get(name === 'T' ? `T${this.tool}` : name) ?? 0;
  }

  /** Reports heard so far. */
  get reports(): number {
    return this.count;
  }

  take({ heaters }: TemperatureReport): void {
    let tells = false;
    for (const [name, { actual, target }] of heaters) {
      if (target !== null) this.targets.set(name, target);
      if (this.targets.has(name)) this.untold.delete(name);
      else this.untold.set(name, actual);
      tells ||= target !== null || this.untold.has(name);
      const [, tool] = /^T(\d+)$/.exec(name) ?? [];
      if (tool !== undefined) this.addTool(Number(tool));
      if (name === 'C') this.others.add(CHAMBER_OFF);
      if (name === 'L') this.others.add(COOLER_OFF);
    }
    // What only repeats temperatures says nothing of targets that were told before.
    if (tells) this.count++;
  }

  /** The machine says that it has so many tools (EXTRUDER_COUNT). */
  hasTools(count: number): void {
    for (let tool = 0; tool < Math.min(count, MOST_TOOLS); tool++) this.addTool(tool);
  }

  /** The machine says that it can do this (`Cap:`). */
  hasCapability(name: string): void {
    if (name === 'CHAMBER_TEMPERATURE') this.others.add(CHAMBER_OFF);
    if (name === 'COOLER_TEMPERATURE') this.others.add(COOLER_OFF);
  }

  /** A command was sent: it may have switched on what is never reported. */
  name(words: CommandWords): void {
    if (words.letter === T_LETTER) this.addTool(words.code);
    if (words.letter === T_LETTER) this.tool = words.code;
    if (words.letter !== M_LETTER) return;
    const { code } = words;
    this.noteWish(words);
    if (NOZZLE.has(code) && words.hasValue(T)) this.addTool(words.value(T));
    if (CHAMBER.has(code)) this.others.add(CHAMBER_OFF);
    if (COOLER.has(code)) this.others.add(COOLER_OFF);
  }

  /** All that has to be sent for every heater to be off. */
  get off(): readonly string[] {
    const several = this.tools.size > 1 || !this.tools.has(0);
    const tools = several ? [...this.tools].map((tool) => `M104 T${tool} S0`) : [];
    return [...new Set([...this.profile.scripts.heatersOff, ...tools, ...this.others])];
  }

  /** Every target that was ever reported reads 0 by now, and there was one; where none is told, all is cold. */
  get areOff(): boolean {
    const [targets, untold] = [[...this.targets.values()], [...this.untold.values()]];
    const areAny = targets.length + untold.length > 0;
    return areAny && targets.every((target) => target === 0) && untold.every((actual) => actual < COLD_C);
  }

  /** All of them were told to switch off. */
  onSwitchedOff(): void {
    this.wishes.clear();
  }

  private noteWish(words: CommandWords): void {
    const wish = words.hasValue(S) ? words.value(S) : words.hasValue(R) ? words.value(R) : null;
    if (wish === null) return;
    if (NOZZLE.has(words.code)) this.wishes.set(`T${words.hasValue(T) ? words.value(T) : this.tool}`, wish);
    if (BED.has(words.code)) this.wishes.set('B', wish);
  }

  private addTool(tool: number): void {
    if (Number.isInteger(tool) && tool >= 0 && tool < MOST_TOOLS) this.tools.add(tool);
  }
}
