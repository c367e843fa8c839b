import type { EntityManager } from 'typeorm';
import { Acceptance, PaperDocument } from '../../documents/document.entities';
import { addDays, type Day, dayStart, parisDay } from '../../kit/paris';
import { type Month, monthOf } from './months';

export interface QuoteFigures {
  readonly won: number;
  readonly wonNetCents: number;
  readonly lost: number;
  readonly lostNetCents: number;
}
export const NO_QUOTES: QuoteFigures = { won: 0, wonNetCents: 0, lost: 0, lostNetCents: 0 };

interface Raw {
  readonly decision: 'accepted' | 'refused' | null;
  readonly at: string | number | null;
  readonly validUntil: Day | null;
  readonly cents: string | number;
}

/**
 * Quotes that clients accepted, by the month of the decision; those that they refused, by the same; and those that
 * expired, by the month of their last day. An earlier version that another one replaced counts nowhere.
 */
export async function quotesByMonth(
  manager: EntityManager,
  { from, to, today }: { readonly from: Day; readonly to: Day; readonly today: Day },
): Promise<ReadonlyMap<Month, QuoteFigures>> {
  const bounds = { first: dayStart(from), end: dayStart(addDays(to, 1)), from, to, today };
  const rows = await manager
    .createQueryBuilder(PaperDocument, 'quote')
    .leftJoin(Acceptance, 'answer', 'answer.documentId = quote.id')
    .select('answer.decision', 'decision')
    .addSelect('answer.at', 'at')
    .addSelect('quote.validUntil', 'validUntil')
    .addSelect('quote.netCents', 'cents')
    .where(`quote.kind = 'quote' AND quote.number IS NOT NULL`)
    .andWhere(
      `((answer.at >= :first AND answer.at < :end) OR (answer.at IS NULL AND quote.validUntil < :today
        AND quote.validUntil >= :from AND quote.validUntil <= :to))`,
      bounds,
    )
    .andWhere(
      `NOT EXISTS ${manager
        .createQueryBuilder()
        .subQuery()
        .select('1')
        .from(PaperDocument, 'newer')
        .where('newer.replacesId = quote.id AND newer.number IS NOT NULL')
        .getQuery()}`,
    )
    .getRawMany<Raw>();
  const found = new Map<Month, QuoteFigures>();
  for (const row of rows) {
    const month = monthOf(row.at === null ? (row.validUntil ?? from) : parisDay(Number(row.at)));
    found.set(month, counted(found.get(month) ?? NO_QUOTES, row));
  }
  return found;
}

const counted = (sums: QuoteFigures, { decision, cents }: Raw): QuoteFigures =>
  decision === 'accepted'
    ? { ...sums, won: sums.won + 1, wonNetCents: sums.wonNetCents + Number(cents) }
    : { ...sums, lost: sums.lost + 1, lostNetCents: sums.lostNetCents + Number(cents) };
