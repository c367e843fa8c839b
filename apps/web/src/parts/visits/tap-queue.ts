import type { Schemas } from '../../api/client';
import { Problem } from '../../api/problem';

export type VisitorPublic = Schemas['VisitorPublic'];
export type VisitPurpose = Schemas['VisitPurpose'];

/** A visit as it is sent, without its key and its time. */
export interface VisitBody {
  readonly public: VisitorPublic;
  readonly purpose: VisitPurpose;
  readonly people: number;
  readonly memberId?: string;
  readonly cardCode?: string;
}

/** What a person tapped. Its key makes it count once, however often it is sent. */
export type Tap = { readonly key: string; readonly tappedAt: number } & (
  | { readonly kind: 'visit'; readonly body: VisitBody }
  | { readonly kind: 'open' }
  /** `of`: the opening or the visit that it is about. */
  | { readonly kind: 'close' | 'undo'; readonly of: string }
);

/** A UUID (version 4). `crypto.randomUUID` is missing where a lab's server is reached without HTTPS. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const text = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** What was tapped and is not sent yet. It survives a reload of the page and a switched-off tablet. */
export class TapQueue {
  /** @param name another one for each lab, and for a tablet */
  constructor(
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>,
    private readonly name: string,
  ) {}

  /** The earliest first. */
  all(): readonly Tap[] {
    try {
      const read: unknown = JSON.parse(this.storage.getItem(this.name) ?? '[]');
      return Array.isArray(read) ? (read as Tap[]) : [];
    } catch {
      return [];
    }
  }

  add(tap: Tap): void {
    this.write([...this.all(), tap]);
  }

  /** Puts another one in the place of the tap with its key. */
  replace(tap: Tap): void {
    this.write(this.all().map((each) => (each.key === tap.key ? tap : each)));
  }

  /** True when it was still there. */
  remove(key: string): boolean {
    const before = this.all();
    this.write(before.filter((each) => each.key !== key));
    return this.all().length < before.length;
  }

  private write(taps: readonly Tap[]): void {
    if (taps.length === 0) this.storage.removeItem(this.name);
    else this.storage.setItem(this.name, JSON.stringify(taps));
  }
}

/** Later than this, the time of the tap is sent with it. */
const SENT_AT_ONCE_MS = 60_000;

/** When it was tapped, where that is not now. */
export const timeOf = ({ tappedAt }: Tap, now: number): { at?: string } =>
  now - tappedAt > SENT_AT_ONCE_MS ? { at: new Date(tappedAt).toISOString() } : {};

/** Refusals of what was tapped itself: sending it again would not help. Everything else may pass later. */
const FINAL = /^(VISIT|OPENING|CARD|MEMBER)\.|^REQUEST\.INVALID$/;
const OF_NAME = /^(CARD|MEMBER)\./;

/**
 * What to do with a tap that was not accepted. `later`: it stays and is sent again. `nameless`: the visit counts
 * without the name, such as when a card was revoked while the tablet had no network. `drop`: it is told, and forgotten.
 */
export function afterFailure(tap: Tap, error: unknown): 'later' | 'nameless' | 'drop' {
  if (!(error instanceof Problem) || !FINAL.test(error.code)) return 'later';
  const hasName = tap.kind === 'visit' && (tap.body.memberId ?? tap.body.cardCode) !== undefined;
  return hasName && OF_NAME.test(error.code) ? 'nameless' : 'drop';
}

/** The same visit without its member. */
export function nameless(tap: Tap): Tap {
  if (tap.kind !== 'visit') return tap;
  const { public: visitor, purpose, people } = tap.body;
  return { ...tap, body: { public: visitor, purpose, people } };
}
