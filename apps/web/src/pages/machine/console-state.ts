/** What a machine's agent has told of its line. */
export interface Told {
  /** The oldest first, as last told; null where it has told nothing. */
  readonly lines: readonly string[] | null;
  /** Answers in a row that held nothing. */
  readonly emptyAnswers: number;
}

/** Agents tell within a second or two; one that has not by then is from before it could. */
export const PATIENCE = 5;
/** What has not come again for so long is no longer what is said now. */
export const TOLD_LASTS_MS = 5_000;

/** `asked`: the first lines are on their way. `lost`: they do not come any more. `past`: there are none, see what was. */
export type ConsoleState = 'asked' | 'live' | 'lost' | 'past';

interface Seen {
  readonly isConnected: boolean;
  readonly told: Told | undefined;
  /** The last question came to nothing. */
  readonly hasFailed: boolean;
  /** Whatever was told, it was too long ago. */
  readonly isOld: boolean;
}

export function consoleStateOf({ isConnected, told, hasFailed, isOld }: Seen): ConsoleState {
  if (!isConnected) return 'past';
  if (hasFailed) return 'lost';
  if (told && !told.lines && told.emptyAnswers >= PATIENCE) return 'past';
  if (!told?.lines) return 'asked';
  return isOld || told.emptyAnswers > 0 ? 'lost' : 'live';
}
