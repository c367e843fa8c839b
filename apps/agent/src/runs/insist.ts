import type { Clock } from '@pandafab/shared';
import type { Logger } from 'pino';
import { pause } from '../pause';

const RETRY_MS = 2000;
const NEVER = new AbortController().signal;

/** Does what must not be lost until it succeeds: a full disk is emptied some day, a report not written is gone. */
export async function insist<T>(clock: Clock, log: Logger, what: string, work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      log.error({ err: error }, `${what} failed, trying again`);
      await pause(clock, RETRY_MS, NEVER);
    }
  }
}
