import { type Clock, Fault } from '@pandafab/shared';
import { reasonOf } from '../reason-of';

/** A computer that starts everything at once gives a database at most this long. */
const PATIENCE_MS = 60_000;
const AGAIN_MS = 500;

/** Nobody listens there, or not yet: Node's own codes, and PostgreSQL's (appendix A, class 57). */
const NOT_YET = ['ECONNREFUSED', 'ENOENT', 'ECONNRESET', 'EPIPE', '57P01', '57P03'];

/**
 * Tries `open` until the database takes connections: after a power cut nobody knows which program is first.
 * @param sayWaiting called once, when it does not answer at first
 * @throws Fault HOST.DATABASE_UNREACHABLE {reason} after a minute; what `open` throws for other reasons, at once
 */
export async function awaitDatabase<T>(
  clock: Clock,
  open: () => Promise<T>,
  sayWaiting: (reason: string) => void,
): Promise<T> {
  const deadline = clock.monotonic() + PATIENCE_MS;
  for (let attempt = 1; ; attempt++) {
    try {
      return await open();
    } catch (error) {
      if (!isNotYet(error)) throw error;
      const reason = reasonOf(error as Error);
      if (clock.monotonic() >= deadline)
        throw new Fault('HOST.DATABASE_UNREACHABLE', { reason }, { cause: error });
      if (attempt === 1) sayWaiting(reason);
      await new Promise<void>((resolve) => clock.setTimer(AGAIN_MS, resolve));
    }
  }
}

/** pg gives no code to a connection that ends while it is being made or used (pg lib/client.js). */
const CONNECTION_ENDED = /Connection terminated|is not queryable/;

/** True for an error that says that the database is not there now. */
export const isNotYet = (error: unknown): boolean => {
  const { code, message } = (error ?? {}) as { code?: string; message?: string };
  return NOT_YET.includes(code ?? '') || CONNECTION_ENDED.test(message ?? '');
};
