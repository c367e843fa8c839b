import type { FirmwareProfile } from '@pandafab/firmware';
import type { CommandWords } from '@pandafab/gcode';
import type { Reply } from '../protocol/reply';
import type { TemperatureReport } from '../protocol/temperatures';
import type { HeaterReading } from '../readings';
import type { EffectBuffer } from '../streamer/effects';
import type { StreamerState } from '../streamer/state';
import type { StreamerInput } from '../streamer/step';
import type { HeaterWait } from '../streamer/waits';
import type { StreamWords } from './stream-words';

/**
 * The commands of a family of firmwares: every command that a driver sends by itself. Chosen by the profile's `dialect`;
 * the differences inside a family are in the profiles.
 */
export interface Dialect extends StreamWords {
  /** Asks the machine for its identity and capabilities. */
  readonly identify: string;
  /** Makes the machine report its temperatures by itself, at this interval in seconds. */
  reportTemperatures(seconds: number): string;
  /** Ends the firmware's wait: the answer to a question of a firmware that accepts no answers. */
  readonly interrupt: string;
  /** Presses a button, by its index, of a question that the firmware asks. */
  answerPrompt(button: number): string;
  /** True for a command that makes the firmware print a text of the file: an action received meanwhile may be forged. */
  isEcho(command: string): boolean;
  /** True for a command whose omission changes the part or its filament. */
  changesPart(words: CommandWords): boolean;
  /** The heaters of one machine, and the commands that switch them off. */
  createHeaters(profile: FirmwareProfile): Heaters;
  /** Plans the pauses of one run. */
  createPausePlanner(profile: FirmwareProfile): PausePlanner;
  /** Reads the lines of one machine. The result may be reused: read it before the next line. */
  createParser(profile: FirmwareProfile): (line: string) => Reply;
  /** The streamer: changes `state` and fills `effects`. Deterministic. */
  step(state: StreamerState, input: StreamerInput, effects: EffectBuffer): void;
}

/** The known heaters of one machine: from its reports, its profile, its identification and the commands sent. */
export interface Heaters {
  /** Another machine may be on the line now: a heater that it does not have must not be waited for. */
  forget(): void;
  /** The machine reports its number of tools. */
  hasTools(count: number): void;
  /** The machine reports this capability. */
  hasCapability(name: string): void;
  /** A command was sent: it may have switched on a heater that is never reported. */
  follow(words: CommandWords): void;
  /**
   * The machine reports temperatures.
   * @returns the reading of each heater; where the report has no target, the one that was set
   */
  learn(report: TemperatureReport): readonly HeaterReading[];
  /** Number of reports so far that showed whether heaters are on. */
  readonly reports: number;
  /** The commands that switch every heater off. */
  readonly off: readonly string[];
  /** All these commands were sent. */
  onSwitchedOff(): void;
  /** The machine has no heaters: none to switch off, none to report. */
  readonly areNone: boolean;
  /** By the machine's reports every heater is off; also true without heaters. */
  readonly areOff: boolean;
}

export interface PauseCircumstances {
  readonly readings: readonly HeaterReading[];
  /** The firmware parks and returns by itself. */
  readonly parksItself: boolean;
}

/** The commands for a pause, and those before the run continues. */
export interface PausePlan {
  readonly parking: readonly string[];
  /** Restores the temperatures; the waits follow one after the other. */
  readonly warming: readonly string[];
  readonly waits: readonly HeaterWait[];
  /** Restores position, filament, modes and feed rate. */
  readonly returning: readonly string[];
}

/** Tracks the firmware's modal state: everything that a pause has to restore. */
export interface PausePlanner {
  /** The machine has acknowledged this command. */
  follow(words: CommandWords): void;
  plan(circumstances: PauseCircumstances): PausePlan;
}
