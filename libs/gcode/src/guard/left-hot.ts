import { type CommandWords, wordIndex } from '../command-words';
import type { HeatFact } from './facts';
import type { Heat } from './heats';
import type { Reading } from './reading';

const M_LETTER = 0x4d;
const T = wordIndex('T');
/** Below this a heater burns no person: scripts that let a heater cool down wait for 40 °C or so. */
const HOT_C = 45;
const SETS_HEATER = 'SET_HEATER_TEMPERATURE';
const PARKS_TOOL = 'P0';
const ALL_OFF = 'TURN_OFF_HEATERS';

/** Keeps the last target of each heater, to find the heaters that a file leaves on at its end. */
export class LeftHot {
  private readonly targets = new Map<string, HeatFact>();
  private tool = 0;

  selectTool(code: number): void {
    this.tool = code;
  }

  /** @param words of the same command */
  apply({ rule, heats, wanders }: Reading, words: CommandWords, line: number): void {
    const [name = rule] = rule.split(':');
    // A macro may have switched everything off, as those at a print's end do.
    if ((wanders && name !== PARKS_TOOL) || name === ALL_OFF) return this.targets.clear();
    const [heat] = heats.slice(-1);
    if (!heat) return;
    if (name === SETS_HEATER) return this.setNamed(heat, line);
    const isTarget = words.letter === M_LETTER && words.code >= 104 && words.code <= 191;
    if (isTarget) this.set(heat, words.hasValue(T) ? words.value(T) : this.tool, line);
  }

  facts(): HeatFact[] {
    const hot = [...this.targets.values()];
    return (['nozzle', 'bed', 'chamber'] as const).flatMap((heater) =>
      hot.filter((fact) => fact.heater === heater).slice(0, 1),
    );
  }

  /** Klipper's heaters have names: the tool is not tracked, so switching one off counts for all. */
  private setNamed(heat: Heat, line: number): void {
    for (const [key, { heater }] of [...this.targets]) if (heater === heat.heater) this.targets.delete(key);
    this.set(heat, this.tool, line);
  }

  private set({ heater, celsius }: Heat, tool: number, line: number): void {
    const key = heater === 'nozzle' ? `nozzle ${tool}` : heater;
    if (celsius > HOT_C) this.targets.set(key, { heater, celsius, line });
    else this.targets.delete(key);
  }
}
