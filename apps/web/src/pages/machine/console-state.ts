/** The console lines that a machine's agent has sent. */
export interface Told {
  /** The last lines sent, the oldest first; null when the agent has sent none. */
  readonly lines: readonly string[] | null;
  /** The number of empty answers in a row. */
  readonly emptyAnswers: number;
}

/** Agents send lines within two seconds; after so many empty answers, the agent is too old to send any. */
export const PATIENCE = 5;
/** Lines that are older than this are no longer live. */
export const TOLD_LASTS_MS = 5_000;

/** `asked`: waits for the first lines. `lost`: no new lines arrive. `past`: shows the last transcript. */
export type ConsoleState = 'asked' | 'live' | 'lost' | 'past';

interface Seen {
  readonly isConnected: boolean;
  readonly told: Told | undefined;
  /** The last request failed. */
  readonly hasFailed: boolean;
  /** The last answer is too old. */
  readonly isOld: boolean;
}

export function consoleStateOf({ isConnected, told, hasFailed, isOld }: Seen): ConsoleState {
  if (!isConnected) return 'past';
  if (hasFailed) return 'lost';
  if (told && !told.lines && told.emptyAnswers >= PATIENCE) return 'past';
  if (!told?.lines) return 'asked';
  return isOld || told.emptyAnswers > 0 ? 'lost' : 'live';
}
