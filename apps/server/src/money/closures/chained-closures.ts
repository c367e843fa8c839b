import {
  addPerpetual,
  addTotals,
  type BookedKind,
  type ClosurePeriod,
  type ClosureTotals,
  NO_PERPETUAL,
  NO_TOTALS,
  type PerpetualTotals,
  totalsOfAccountEntry,
  totalsOfDocument,
  totalsOfPayment,
} from '@pandafab/domain';
import { Fault } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { canonicalJson } from '../chain/canonical-json';
import type { LinkKind } from '../chain/chain.entities';
import type { ChainedRecord, ChainedRow, ChainFollower } from '../chain/chained-record';
import { Closure } from './closure.entity';
import { closurePayload } from './closure-payload';

async function closureRows(
  manager: EntityManager,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, ChainedRow>> {
  const rows = await manager.findBy(Closure, { number: In([...numbers]) });
  return new Map(rows.map((row) => [row.number, () => closurePayload(row)]));
}

interface DocumentLink {
  readonly kind: BookedKind;
  readonly day: string;
  readonly rows: readonly { category: 'S'; rate: number; base: number; vat: number }[];
  readonly totals: { readonly net: number; readonly vat: number; readonly gross: number };
}
interface PaymentLink {
  readonly day: string;
  readonly means: string;
  readonly cents: number;
}
interface AccountEntryLink {
  readonly day: string;
  readonly kind: string;
  readonly cents: number;
}
interface Closed {
  readonly totals: ClosureTotals;
  readonly perpetual: PerpetualTotals;
}
interface ClosureLink extends Closed {
  readonly number: string;
  readonly period: ClosurePeriod;
  readonly firstDay: string;
  readonly lastDay: string;
}

const ofDocument = ({ kind, rows, totals }: DocumentLink): ClosureTotals =>
  totalsOfDocument({
    kind,
    ...{ netCents: totals.net, vatCents: totals.vat, grossCents: totals.gross },
    rows: rows.map(({ category, rate, base, vat }) => {
      return { categoryCode: category, rateBasisPoints: rate, baseCents: base, vatCents: vat };
    }),
  });

/**
 * Adds up what the chain says about each day, and compares it with the closures. A day's entries stand before its
 * closure, because both wait for the same lock; so only days that are not closed are in memory.
 */
class ClosureFollower implements ChainFollower {
  private readonly open = new Map<string, ClosureTotals>();
  /** Closed days and months that are not yet part of a closed month or year. */
  private closed: readonly ClosureLink[] = [];
  private perpetual = NO_PERPETUAL;

  see(kind: LinkKind, payload: Readonly<Record<string, unknown>>): void {
    const link: unknown = payload;
    if (kind === 'document') this.add((link as DocumentLink).day, ofDocument(link as DocumentLink));
    if (kind === 'payment') {
      const { day, means, cents } = link as PaymentLink;
      this.add(day, totalsOfPayment(means, cents));
    }
    if (kind === 'account-entry') {
      const entry = link as AccountEntryLink;
      this.add(entry.day, totalsOfAccountEntry(entry.kind, entry.cents));
    }
    if (kind === 'closure') this.close(link as ClosureLink);
  }

  private add(day: string, totals: ClosureTotals): void {
    this.open.set(day, addTotals([this.open.get(day) ?? NO_TOTALS, totals]));
  }

  private close(link: ClosureLink): void {
    const { number, totals, perpetual } = link;
    const expected = link.period === 'day' ? this.takeDay(link.lastDay) : this.takeParts(link);
    const isRight = canonicalJson(expected) === canonicalJson({ totals, perpetual });
    if (!isRight) throw new Fault('CHAIN.CLOSURE_WRONG', { number });
    this.closed = [...this.closed, link];
  }

  private takeDay(day: string): Closed {
    const totals = this.open.get(day) ?? NO_TOTALS;
    this.open.delete(day);
    this.perpetual = addPerpetual(this.perpetual, totals);
    return { totals, perpetual: this.perpetual };
  }

  /** A month is the sum of its days, a year that of its months; the perpetual totals are those of its last day. */
  private takeParts({ period, firstDay, lastDay }: ClosureLink): Closed {
    const of = period === 'month' ? 'day' : 'month';
    const isPart = (each: ClosureLink) =>
      each.period === of && each.lastDay >= firstDay && each.lastDay <= lastDay;
    const parts = this.closed.filter(isPart);
    this.closed = this.closed.filter((each) => !isPart(each));
    const last = parts.reduce<ClosureLink | undefined>(
      (latest, part) => (latest && latest.lastDay > part.lastDay ? latest : part),
      undefined,
    );
    return {
      totals: addTotals(parts.map(({ totals }) => totals)),
      perpetual: last?.perpetual ?? NO_PERPETUAL,
    };
  }
}

export const chainedClosures: ChainedRecord = {
  kind: 'closure',
  entity: Closure,
  isSeries: false,
  read: closureRows,
  follow: () => new ClosureFollower(),
};
