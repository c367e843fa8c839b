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

/** Reads the server's messages. Messages to ignore are dropped, counted, and logged once for each reason. */
export class IncomingFilter {
  private readonly counts = new Map<WhyIgnored, number>();
  /** The server's clock minus this computer's monotonic one: with an empty battery a lab computer's date jumps. */
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

  /** Expiry is judged by the server's clock. */
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
    if (count === 1)
      this.log.warn({ why, detail }, 'a message from the server is ignored (logged once for each reason)');
  }
}
