import { type DownMessage, decode, downSchema } from '@pandafab/lab-link';
import type { Clock } from '@pandafab/shared';
import type { Logger } from 'pino';

export type WhyIgnored =
  | 'oversized'
  | 'malformed'
  | 'future-version'
  | 'lower-epoch'
  | 'higher-epoch'
  | 'expired'
  | 'not-mine'
  | 'unwelcomed';

/** Keeps out what is not to be acted upon: refused, counted, and said once in the log. */
export class Sieve {
  private readonly counts = new Map<WhyIgnored, number>();
  /** How far this computer's clock is ahead of the server's: lab computers lose their battery, not their epoch. */
  private clockAheadMs = 0;

  constructor(
    private readonly clock: Clock,
    private readonly log: Logger,
  ) {}

  /** Ignored messages so far, by reason. */
  get ignored(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.counts);
  }

  read(payload: Uint8Array): DownMessage | undefined {
    const decoded = decode(downSchema, payload);
    if (decoded.ok) return decoded.message;
    this.ignore(decoded.refusal, decoded.detail);
    return undefined;
  }

  /** The server's own clock is what expiry is judged by. */
  compareClocks(serverSentAt: string): void {
    this.clockAheadMs = this.clock.now() - Date.parse(serverSentAt);
  }

  isExpired({ expiresAt }: DownMessage): boolean {
    return expiresAt !== undefined && Date.parse(expiresAt) < this.clock.now() - this.clockAheadMs;
  }

  ignore(why: WhyIgnored, detail: string): void {
    const count = (this.counts.get(why) ?? 0) + 1;
    this.counts.set(why, count);
    if (count === 1) this.log.warn({ why, detail }, 'a message from the server is ignored (said once)');
  }
}
