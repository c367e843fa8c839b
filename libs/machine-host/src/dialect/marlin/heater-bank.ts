import type { FirmwareProfile } from '@pandafab/firmware';
import { type CommandWords, wordIndex } from '@pandafab/gcode';
import type { TemperatureReport } from '../../protocol/temperatures';
import type { HeaterReading } from '../../readings';
import type { Heaters } from '../dialect';
import { readingsOf } from './readings-of';

const M_LETTER = 0x4d;
const T_LETTER = 0x54;
const R = wordIndex('R');
const S = wordIndex('S');
const T = wordIndex('T');
/** More tools than any supported machine has; a larger number in a file is a mistake or an attack. */
const MOST_TOOLS = 16;
const NOZZLE = new Set([104, 109]);
const BED = new Set([140, 190]);
const CHAMBER = new Set([141, 191]);
const COOLER = new Set([143, 193]);
/** A machine that reports no targets counts as off below this temperature: it is not dangerous. */
const COLD_C = 50;
const CHAMBER_OFF = 'M141 S0';
/** Marlin's laser cooler (M143.cpp): not a heater, but with a target. */
const COOLER_OFF = 'M143 S0';

/**
 * The heaters of one machine: those in its reports, in its profile and its M115, and those that files have named.
 * Each heater that may be on is switched off by name: `M104 S0` means only the active tool (Marlin, M104_M109.cpp).
 */
export class HeaterBank implements Heaters {
  private readonly targets = new Map<string, number>();
  /** Temperatures of heaters whose target was never reported. */
  private readonly untold = new Map<string, number>();
  /** The targets that were sent. */
  private readonly set = new Map<string, number>();
  private tool = 0;
  private readonly tools = new Set<number>();
  private readonly others = new Set<string>();
  private count = 0;

  constructor(private readonly profile: FirmwareProfile) {
    this.hasTools(profile.limits.extruders);
  }

  forget(): void {
    this.targets.clear();
    this.untold.clear();
    this.set.clear();
  }

  /** The heater's target as last sent or reported, °C. @param name as the firmware names it */
  private targetOf(name: string): number {
    return this.targets.get(name) ?? this.set.get(name === 'T' ? `T${this.tool}` : name) ?? 0;
  }

  get reports(): number {
    return this.count;
  }

  learn(report: TemperatureReport): readonly HeaterReading[] {
    let tells = false;
    for (const [name, { actual, target }] of report.heaters) {
      if (target !== null) this.targets.set(name, target);
      if (this.targets.has(name)) this.untold.delete(name);
      else this.untold.set(name, actual);
      tells ||= target !== null || this.untold.has(name);
      const [, tool] = /^T(\d+)$/.exec(name) ?? [];
      if (tool !== undefined) this.addTool(Number(tool));
      if (name === 'C') this.others.add(CHAMBER_OFF);
      if (name === 'L') this.others.add(COOLER_OFF);
    }
    // A report without targets leaves the targets of earlier reports as they are.
    if (tells) this.count++;
    return readingsOf(report, (name) => this.targetOf(name));
  }

  hasTools(count: number): void {
    for (let tool = 0; tool < Math.min(count, MOST_TOOLS); tool++) this.addTool(tool);
  }

  hasCapability(name: string): void {
    if (name === 'CHAMBER_TEMPERATURE') this.others.add(CHAMBER_OFF);
    if (name === 'COOLER_TEMPERATURE') this.others.add(COOLER_OFF);
  }

  follow(words: CommandWords): void {
    if (words.letter === T_LETTER) this.addTool(words.code);
    if (words.letter === T_LETTER) this.tool = words.code;
    if (words.letter !== M_LETTER) return;
    const { code } = words;
    this.noteTarget(words);
    if (NOZZLE.has(code) && words.hasValue(T)) this.addTool(words.value(T));
    if (CHAMBER.has(code)) this.others.add(CHAMBER_OFF);
    if (COOLER.has(code)) this.others.add(COOLER_OFF);
  }

  get off(): readonly string[] {
    const several = this.tools.size > 1 || !this.tools.has(0);
    const tools = several ? [...this.tools].map((tool) => `M104 T${tool} S0`) : [];
    return [...new Set([...this.profile.scripts.heatersOff, ...tools, ...this.others])];
  }

  /** Every target that was ever reported is now 0, and there was at least one; without targets, every heater is cold. */
  get areOff(): boolean {
    const [targets, untold] = [[...this.targets.values()], [...this.untold.values()]];
    if (this.areNone) return true;
    const areAny = targets.length + untold.length > 0;
    return areAny && targets.every((target) => target === 0) && untold.every((actual) => actual < COLD_C);
  }

  get areNone(): boolean {
    const { off, set, targets, untold } = this;
    return off.length === 0 && set.size + targets.size + untold.size === 0;
  }

  onSwitchedOff(): void {
    this.set.clear();
  }

  private noteTarget(words: CommandWords): void {
    const target = words.hasValue(S) ? words.value(S) : words.hasValue(R) ? words.value(R) : null;
    if (target === null) return;
    if (NOZZLE.has(words.code)) this.set.set(`T${words.hasValue(T) ? words.value(T) : this.tool}`, target);
    if (BED.has(words.code)) this.set.set('B', target);
  }

  private addTool(tool: number): void {
    if (Number.isInteger(tool) && tool >= 0 && tool < MOST_TOOLS) this.tools.add(tool);
  }
}
