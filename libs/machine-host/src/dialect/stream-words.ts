import type { Wait } from '../streamer/waits';

/** A command of a file that the host does not send as it is. */
export interface Special {
  /** The command that is sent instead; null for none. */
  readonly sent: string | null;
  /** A person must do something at the machine first. */
  readonly person: boolean;
  readonly wait: Wait | null;
}

/** The streamer's commands in a dialect, and its reading of a file's commands. */
export interface StreamWords {
  /** Asks for temperatures; does nothing else. */
  readonly readTemperatures: string;
  /** Makes the next line the first one: with the number and checksum of this command itself. */
  readonly zeroLineNumbers: string;
  /** The form of a command of a file in which every firmware of this dialect reads the same. */
  formOf(command: string): string;
  /**
   * How the host handles a command of a file; null for one that is sent as it is.
   * @param command in the form that `formOf` gives it
   * @param hostWaits the firmware's waits for a temperature cannot be interrupted: the host waits instead
   */
  specialOf(command: string, hostWaits: boolean): Special | null;
}
