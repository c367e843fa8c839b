import type { FirmwareProfile } from '@pandafab/firmware';
import { type CommandWords, wordIndex } from '@pandafab/gcode';
import type { TemperatureReport } from '../protocol/temperatures';

const M_LETTER = 0x4d;
const T_LETTER = 0x54;
const T = wordIndex('T');
/** More tools than any machine of ours; a larger number in a file is a mistake or a trick. */
const MOST_TOOLS = 16;
const NOZZLE = new Set([104, 109]);
const CHAMBER = new Set([141, 191]);
const COOLER = new Set([143, 193]);
const CHAMBER_OFF = 'M141 S0';
/** Marlin's laser cooler (M143.cpp): no heater, but a target all the same. */
const COOLER_OFF = 'M143 S0';

/**
 * The heaters of one machine: those that it reports, that its profile and its M115 tell of, and that files have named.
 * What may be on is switched off by name: `M104 S0` means the tool in use only (Marlin, M104_M109.cpp).
 */
export class HeaterBank {
  private readonly targets = new Map<string, number>();
  private readonly tools = new Set<number>();
  private readonly others = new Set<string>();
  private count = 0;

  constructor(private readonly profile: FirmwareProfile) {
    this.hasTools(profile.limits.extruders);
  }

  /** Another machine may hang on the line by now: what is not a heater of this one must not be waited for. */
  forget(): void {
    this.targets.clear();
  }

  /** Reports heard so far. */
  get reports(): number {
    return this.count;
  }

  take({ heaters }: TemperatureReport): void {
    this.count++;
    for (const [name, { target }] of heaters) {
      this.targets.set(name, target);
      const [, tool] = /^T(\d+)$/.exec(name) ?? [];
      if (tool !== undefined) this.addTool(Number(tool));
      if (name === 'C') this.others.add(CHAMBER_OFF);
      if (name === 'L') this.others.add(COOLER_OFF);
    }
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
    if (words.letter !== M_LETTER) return;
    const { code } = words;
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

  /** Every target that was ever reported reads 0 by now, and there was one. */
  get areOff(): boolean {
    return this.targets.size > 0 && [...this.targets.values()].every((target) => target === 0);
  }

  private addTool(tool: number): void {
    if (Number.isInteger(tool) && tool >= 0 && tool < MOST_TOOLS) this.tools.add(tool);
  }
}
