import type { Schemas } from '../../api/client';
import { formatMonth } from '../../parts/format';

export type Closure = Schemas['Closure'];

/** Documents that take money back. */
const CREDITS = new Set(['credit-note', 'deposit-credit']);

/** Invoices and deposits minus credit notes, with tax. */
export const soldOf = ({ totals }: Closure): number =>
  totals.documents.reduce(
    (sum, { kind, grossCents }) => sum + (CREDITS.has(kind) ? -grossCents : grossCents),
    0,
  );

export const vatOf = ({ totals }: Closure): number =>
  totals.vat.reduce((sum, { vatCents }) => sum + vatCents, 0);

export const receivedOf = ({ totals }: Closure): number =>
  totals.payments.reduce((sum, { inCents, outCents }) => sum + inCents - outCents, 0);

/** The month or year as people call it: “novembre 2026”, “2026”. */
export const periodName = (name: string): string => (name.length === 4 ? name : formatMonth(name, 'long'));

/** Years that are over and not closed, from the first year with a closed day on; the earliest first. */
export function yearsToClose(closures: readonly Closure[], today: string): string[] {
  const closed = new Set(
    closures.filter(({ period }) => period === 'year').map(({ firstDay }) => firstDay.slice(0, 4)),
  );
  const years = new Set(
    closures.filter(({ period }) => period === 'month').map(({ firstDay }) => firstDay.slice(0, 4)),
  );
  return [...years].filter((year) => year < today.slice(0, 4) && !closed.has(year)).sort();
}
