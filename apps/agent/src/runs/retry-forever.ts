import type { Clock } from '@pandafab/shared';
import type { Logger } from 'pino';
import { pause } from '../pause';

const RETRY_MS = 2000;
const NEVER = new AbortController().signal;

/** Repeats a write until it succeeds: a full disk gets free space again, but a report that is not written is lost. */
export async function retryForever<T>(
  clock: Clock,
  log: Logger,
  what: string,
  work: () => Promise<T>,
): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      log.error({ err: error }, `${what} failed, retrying`);
      await pause(clock, RETRY_MS, NEVER);
    }
  }
}
