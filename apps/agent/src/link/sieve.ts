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
  /** The server's clock less this computer's monotonic one: lab computers lose their battery, and their date jumps. */
  private serverAheadMs: number | undefined;

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
    this.serverAheadMs = Date.parse(serverSentAt) - this.clock.monotonic();
  }

  isExpired({ expiresAt }: DownMessage): boolean {
    if (expiresAt === undefined || this.serverAheadMs === undefined) return false;
    return Date.parse(expiresAt) < this.clock.monotonic() + this.serverAheadMs;
  }

  ignore(why: WhyIgnored, detail: string): void {
    const count = (this.counts.get(why) ?? 0) + 1;
    this.counts.set(why, count);
    if (count === 1) this.log.warn({ why, detail }, 'a message from the server is ignored (said once)');
  }
}
