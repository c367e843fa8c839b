import type { FaultCode, FaultDetails } from '@pandafab/shared';
import type { CommandSource } from './source/command-source';

export type Connection =
  | 'disconnected'
  | 'connecting'
  | 'ready'
  | 'printing'
  | 'pausing'
  | 'paused'
  | 'cancelling'
  /**
   * The firmware stopped itself or was stopped: only a reset brings it back, and after a stop from here only `connect`.
   */
  | 'halted'
  /** The line was lost, or the machine fell silent: connect again. */
  | 'faulted';

/** Degrees Celsius; a target of 0 is off. */
export interface HeaterReading {
  readonly actual: number;
  readonly target: number;
}

/** Why a run waits for somebody: a person's wish, a command of the file, or the firmware. */
export interface PauseReason {
  readonly kind: 'requested' | 'command' | 'firmware' | 'filament-runout';
  /** What the command or the firmware says to people; '' when nothing. */
  readonly message: string;
  /** True where the file wants other filament (M600). */
  readonly filament?: boolean;
}

/** Somebody is needed at the machine: why, and what may be answered. */
export interface PersonRequest {
  /**
   * `prompt`: the firmware asks; `heaters-unknown`: nobody knows that the heaters are off; `cancel-stuck`: a cancelled run
   * does not end, its one button is the emergency stop; `shut-down`: the firmware answers but does nothing until a person
   * sends it what brings it back; `locked`: it refuses everything until a person unlocks it; else a paused run.
   */
  readonly kind: PauseReason['kind'] | 'prompt' | 'heaters-unknown' | 'cancel-stuck' | 'shut-down' | 'locked';
  /** In the words of the firmware or the file; '' when they have none. */
  readonly message: string;
  /** What `answer` takes, by its place; empty where the machine itself has to be seen to. */
  readonly buttons: readonly string[];
  /** True where the file wants other filament: which spool is on afterwards, only people know. */
  readonly filament?: boolean;
  /** The run was paused for so long that its heaters were switched off; going on heats them again. */
  readonly cooled: boolean;
}

/** A request as it stands open: who answers names the one that was seen, never the one that is there by then. */
export interface OpenRequest extends PersonRequest {
  /** Grows from one request to the next, over restarts too. */
  readonly id: number;
}

export interface MachineStatus {
  readonly connection: Connection;
  /** FIRMWARE_NAME of its M115 answer, once known. */
  readonly firmware: string | null;
  /** The profile that the machine's own words fit best: shown, never used in place of the chosen one. */
  readonly recognisedProfileId?: string | null;
  /** Of a virtual machine, by its own word: how many times faster than life it is. Null for a real one. */
  readonly virtualSpeed?: number | null;
  /** True when that one and the chosen one have nothing in common: somebody should look. */
  readonly profileMismatch?: boolean;
  readonly temperatures: { readonly nozzle: HeaterReading | null; readonly bed: HeaterReading | null };
  /** True while a heater may be on without our knowing: nothing has been read from the machine since. */
  readonly heatersUnknown: boolean;
  /** Set while the machine waits for somebody. */
  readonly needsPerson: OpenRequest | null;
}

export interface RunProgress {
  readonly linesSent: number;
  readonly linesAcknowledged: number;
  /** Bytes of the file behind the last acknowledged line. */
  readonly bytesAcknowledged: number;
  readonly bytesTotal: number;
  readonly resends: number;
  /** Net extrusion acknowledged so far per tool, integer micrometres. */
  readonly filamentUm: readonly number[];
  readonly elapsedSeconds: number;
}

export interface RunCause {
  readonly code: FaultCode;
  readonly details: FaultDetails;
}

export interface RunOutcome {
  readonly outcome: 'done' | 'cancelled' | 'failed';
  /** What went wrong; null for a run that was cancelled. Of one that is done, what the firmware did otherwise than told. */
  readonly cause: RunCause | null;
  readonly linesSent: number;
  readonly linesAcknowledged: number;
  readonly resends: number;
  readonly filamentUm: readonly number[];
  /**
   * False when lines in flight at the end may or may not have been executed: right to within the buffer. And when the
   * firmware said that it did something otherwise; filament that it kept from moving is not counted.
   */
  readonly exact: boolean;
  /** Of the accepted command sequence: each acknowledged command of the file, without number, and '\n'. */
  readonly sha256: string;
  readonly seconds: number;
}

export interface RunObserver {
  /** At most every 100 ms. */
  progress(progress: RunProgress): void;
  paused(reason: PauseReason): void;
  resumed(): void;
}

/** One machine, whatever it is and wherever it stands. */
export interface MachineDriver {
  /**
   * Opens the line, waits for the machine to answer and learns what it can do. After a run that was lost it
   * also switches the heaters off.
   * @param options `switchOffAndOn`: a virtual machine is switched off and on first; a real one has no such switch
   * @throws Fault MACHINE.PORT_*, UNREACHABLE, NO_ANSWER {seconds}, UNPLUGGED, HALTED, LOCKED {message} or SHUT_DOWN {message, command}
   */
  connect(options?: { readonly switchOffAndOn?: boolean }): Promise<void>;
  /** An earlier process may have left the heaters on: they are in doubt until the machine has said that they are off. */
  doubtHeaters(): void;
  /** Ends a run as failed when there is one, then closes the line. */
  disconnect(): Promise<void>;
  /**
   * Streams a file and resolves when the run has ended, however it ended. It closes the source.
   * @throws Fault MACHINE.NOT_READY {connection} when the machine is not ready for a run
   */
  run(source: CommandSource, observer: RunObserver): Promise<RunOutcome>;
  /**
   * Finishes the lines in flight, parks, and waits; after the profile's time the heaters go off. Without a run it
   * does nothing; so do the next two.
   */
  pause(): void;
  /** Brings back temperatures, position, modes and feed rate, then goes on. */
  resume(): void;
  /**
   * Ends the run within 2 s, also while the firmware waits for a temperature; heaters go off. What the firmware waits for is
   * ended or answered; if it still holds the run after 10 s, `needsPerson` offers the emergency stop.
   */
  cancel(): void;
  /**
   * Answers what `needsPerson` asks; for a paused run without a prompt that is `resume`, for a cancel that is stuck
   * `emergencyStop`.
   * @param request the id of what was asked
   * @param button its place
   * @throws Fault MACHINE.QUESTION_CHANGED when something else is asked by now, MACHINE.ASKS_NOTHING {button}
   */
  answer(request: number, button: number): void;
  /** Stops the firmware at once; the machine needs a reset afterwards. */
  emergencyStop(): void;
  /** @throws Fault MACHINE.HEATERS_UNCONFIRMED when the machine does not report its targets as 0 */
  heatersOff(): Promise<void>;
  status(): MachineStatus;
  /** The last lines each way of the present or last run, with times; '' before the first. */
  transcript(): string;
  /**
   * The last lines, oldest first, in the form of the transcript, their texts cut to 120 characters: what is said at this
   * moment, also while there is no run. Cheap enough to be asked for each second.
   */
  consoleTail(lines: number): string[];
  /** Calls the listener after each change; returns what ends that. */
  onStatus(listener: (status: MachineStatus) => void): () => void;
}

/** Where a driver notes what a technician would like to know. */
export interface DriverLog {
  info(event: string, details?: FaultDetails): void;
  warn(event: string, details?: FaultDetails): void;
}
