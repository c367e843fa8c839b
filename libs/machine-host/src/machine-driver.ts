import type { FaultCode, FaultDetails, MachineState } from '@pandafab/shared';
import type { HeaterReading } from './readings';
import type { Work } from './work';

/** Why a run waits for a person: a person's request, a command of the file, or the firmware. */
export interface PauseReason {
  readonly kind: 'requested' | 'command' | 'firmware' | 'filament-runout';
  /** The message of the command or the firmware for people; '' without one. */
  readonly message: string;
  /** True when the file asks for other filament (M600). */
  readonly filament?: boolean;
}

/** A person is needed at the machine: the reason, and the possible answers. */
export interface PersonRequest {
  /**
   * `prompt`: the firmware asks; `heaters-unknown`: the heaters are not confirmed off; `cancel-stuck`: a cancelled run
   * does not end, its one button is the emergency stop; `shut-down`: the firmware answers but does nothing until a person
   * sends the command that restarts it; `locked`: it refuses everything until a person unlocks it; else a paused run.
   */
  readonly kind: PauseReason['kind'] | 'prompt' | 'heaters-unknown' | 'cancel-stuck' | 'shut-down' | 'locked';
  /** The text of the firmware or the file; '' without one. */
  readonly message: string;
  /** The buttons for `answer`, by index; empty when a person has to go to the machine. */
  readonly buttons: readonly string[];
  /** True when the file asks for other filament: only a person knows which spool is loaded afterwards. */
  readonly filament?: boolean;
  /** The run was paused for so long that its heaters were switched off; resuming heats them again. */
  readonly cooled: boolean;
}

/** An open request with its id: an answer names the request that the person saw, not a later one. */
export interface OpenRequest extends PersonRequest {
  /** Grows from one request to the next, over restarts too. */
  readonly id: number;
}

export interface MachineStatus {
  readonly state: MachineState;
  /** FIRMWARE_NAME of its M115 answer, once known. */
  readonly firmware: string | null;
  /** The profile that fits the machine's replies best: shown, never used instead of the chosen one. */
  readonly recognisedProfileId?: string | null;
  /** The speed that a virtual machine reports: how many times faster than a real one. Null for a real machine. */
  readonly virtualSpeed?: number | null;
  /** True when the recognised and the chosen profile have nothing in common: a person should check. */
  readonly profileMismatch?: boolean;
  /** One for each heater that the machine reports; none for a machine without heaters. */
  readonly readings: readonly HeaterReading[];
  /** True while a heater may be on without our knowing: nothing was read from the machine since. */
  readonly heatersUnknown: boolean;
  /** Set while the machine waits for a person. */
  readonly needsPerson: OpenRequest | null;
}

/** For a machine that receives a file line by line. */
export interface LineFigures {
  readonly linesSent: number;
  readonly linesAcknowledged: number;
  readonly resends: number;
}

export interface RunProgress {
  /** The share of the file's bytes that the machine has done, 0 to 1. */
  readonly fraction: number;
  /** Absent for a machine that reads the file by itself. */
  readonly lines?: LineFigures;
  /** Net extrusion acknowledged so far per tool, integer micrometres. */
  readonly filamentUm: readonly number[];
  readonly elapsedSeconds: number;
}

export interface RunCause {
  readonly code: FaultCode;
  readonly details: FaultDetails;
}

export interface RunOutcome extends LineFigures {
  readonly outcome: 'done' | 'cancelled' | 'failed';
  /** The cause of a failure; null for a cancelled run. For a finished run, what the firmware did differently. */
  readonly cause: RunCause | null;
  readonly filamentUm: readonly number[];
  /**
   * False when lines in flight at the end may or may not have been executed: then the figures are right to within the buffer.
   * Also when the firmware said that it did something differently; filament that it prevented is not counted.
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

/** One machine of any kind, at any address. */
export interface MachineDriver {
  /**
   * Opens the line, waits for the machine to answer and learns what it can do. After a lost run it
   * also switches the heaters off.
   * @param options `switchOffAndOn`: a virtual machine is switched off and on first; a real one has no such switch
   * @throws Fault MACHINE.PORT_*, UNREACHABLE, NO_ANSWER {seconds}, UNPLUGGED, HALTED, LOCKED {message} or SHUT_DOWN {message, command}
   */
  connect(options?: { readonly switchOffAndOn?: boolean }): Promise<void>;
  /** An earlier process may have left the heaters on: their state is unknown until the machine has reported them off. */
  doubtHeaters(): void;
  /** Ends a run as failed when there is one, then closes the line. */
  disconnect(): Promise<void>;
  /**
   * Runs a file and resolves when the run has ended, with any outcome.
   * @throws Fault MACHINE.NOT_READY {state} when the machine is not ready for a run, and the errors of `openLines`:
   *   nothing of the file was sent then
   */
  run(work: Work, observer: RunObserver): Promise<RunOutcome>;
  /**
   * Finishes the lines in flight, parks, and waits; after the profile's time the heaters go off. Without a run it
   * does nothing; so do the next two.
   */
  pause(): void;
  /** Restores temperatures, position, modes and feed rate, then continues. */
  resume(): void;
  /**
   * Ends the run within 2 s, also while the firmware waits for a temperature; heaters go off. A wait of the firmware is
   * ended or answered; if it still holds the run after 10 s, `needsPerson` offers the emergency stop.
   */
  cancel(): void;
  /**
   * Answers the question of `needsPerson`; for a paused run without a prompt that is `resume`, for a cancel that is stuck
   * `emergencyStop`.
   * @param request the id of the question
   * @param button its index
   * @throws Fault MACHINE.QUESTION_CHANGED when another question is open now, MACHINE.ASKS_NOTHING {button}
   */
  answer(request: number, button: number): void;
  /** Stops the firmware immediately; the machine needs a reset afterwards. */
  emergencyStop(): void;
  /** @throws Fault MACHINE.HEATERS_UNCONFIRMED when the machine does not report its targets as 0 */
  heatersOff(): Promise<void>;
  status(): MachineStatus;
  /** The last lines in each direction of the present or last run, with times; '' before the first. */
  transcript(): string;
  /**
   * The last lines, oldest first, in the form of the transcript, their texts cut to 120 characters: the present
   * traffic, also between runs. Cheap enough to call each second.
   */
  consoleTail(lines: number): string[];
  /** Calls the listener after each change; returns the function that removes it. */
  onStatus(listener: (status: MachineStatus) => void): () => void;
}

/** The driver's log for technicians. */
export interface DriverLog {
  info(event: string, details?: FaultDetails): void;
  warn(event: string, details?: FaultDetails): void;
}
