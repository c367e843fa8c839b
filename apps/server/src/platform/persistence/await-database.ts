import { type Clock, Fault } from '@pandafab/shared';
import { reasonOf } from '../kit/reason-of';

/** When a computer starts all programs at the same time, its database needs less time than this. */
const TIMEOUT_MS = 60_000;
const RETRY_EVERY_MS = 500;

/** The database is not listening, or not yet: Node's own codes, and PostgreSQL's (appendix A, class 57). */
const NOT_YET = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', '57P01', '57P03'];

/**
 * Tries `open` until the database accepts connections: after a power cut the service may start before the database.
 * @param sayWaiting called once, when the first attempt fails
 * @throws Fault HOST.DATABASE_UNREACHABLE {reason} after a minute; other errors of `open` immediately
 */
export async function awaitDatabase<T>(
  clock: Clock,
  open: () => Promise<T>,
  sayWaiting: (reason: string) => void,
): Promise<T> {
  const deadline = clock.monotonic() + TIMEOUT_MS;
  for (let attempt = 1; ; attempt++) {
    try {
      return await open();
    } catch (error) {
      if (!isNotYet(error)) throw error;
      const reason = reasonOf(error as Error);
      if (clock.monotonic() >= deadline)
        throw new Fault('HOST.DATABASE_UNREACHABLE', { reason }, { cause: error });
      if (attempt === 1) sayWaiting(reason);
      await new Promise<void>((resolve) => clock.setTimer(RETRY_EVERY_MS, resolve));
    }
  }
}

/** pg gives no code to a connection that ends while it is being opened or used (pg lib/client.js). */
const CONNECTION_ENDED = /Connection terminated|is not queryable/;

/** True for an error that means that the database is unavailable at the moment. */
export const isNotYet = (error: unknown): boolean => {
  const { code, message, syscall } = (error ?? {}) as Partial<NodeJS.ErrnoException>;
  // The socket of a database on this computer; a file that is missing has the same code.
  const isNoSocket = code === 'ENOENT' && syscall === 'connect';
  return isNoSocket || NOT_YET.includes(code ?? '') || CONNECTION_ENDED.test(message ?? '');
};
