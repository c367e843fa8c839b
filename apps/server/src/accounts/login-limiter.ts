import { type Clock, Fault } from '@pandafab/shared';

const MAX_FAILURES = 10;
const WINDOW_MS = 15 * 60_000;
/** Beyond this many at once the oldest are forgotten: memory must not be a stranger's to fill. */
const MAX_KEYS = 10_000;

interface Attempts {
  count: number;
  readonly since: number;
}

/** Slows guessing down: ten failures in a quarter of an hour for the same address book entry and network address. */
export class LoginLimiter {
  private readonly attempts = new Map<string, Attempts>();

  constructor(private readonly clock: Clock) {}

  /**
   * Counts an attempt before it is checked, so that many at once do not slip past.
   * @throws Fault AUTH.TOO_MANY_ATTEMPTS with the minutes to wait.
   */
  begin(key: string): void {
    const now = this.clock.monotonic();
    const known = this.attempts.get(key);
    const current = known && now - known.since < WINDOW_MS ? known : { count: 0, since: now };
    if (current.count >= MAX_FAILURES) {
      const minutes = Math.ceil((current.since + WINDOW_MS - now) / 60_000);
      throw new Fault('AUTH.TOO_MANY_ATTEMPTS', { minutes });
    }
    current.count += 1;
    if (current !== known) this.remember(key, current);
  }

  /** The attempt was right: earlier failures are forgiven. */
  succeed(key: string): void {
    this.attempts.delete(key);
  }

  private remember(key: string, attempts: Attempts): void {
    this.attempts.delete(key);
    this.attempts.set(key, attempts);
    const [oldest] = this.attempts.keys();
    if (this.attempts.size > MAX_KEYS && oldest !== undefined) this.attempts.delete(oldest);
  }
}
