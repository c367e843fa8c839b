import type { DocumentRow, Rows } from './rows';
import { isDayIn, isLabIn, type Scope } from './scope';

/** What a document says of its lines, as far as income needs it. */
interface Line {
  readonly position: number;
  readonly kind: string;
  readonly netCents: number;
  readonly activity?: string | null;
  readonly tax: { readonly categoryCode: string; readonly rateBasisPoints: number };
  readonly cites: { readonly kind: string } | null;
  readonly creditedPosition: number | null;
}
interface Content {
  readonly lines: readonly Line[];
  readonly discounts: readonly {
    readonly parts: readonly { readonly tax: Line['tax']; readonly cents: number }[];
  }[];
}

/** Net cents of an order and an activity (null: none). */
export interface Income {
  readonly order: string;
  readonly activity: string | null;
  readonly cents: number;
}

const taxKey = ({ categoryCode, rateBasisPoints }: Line['tax']) => `${categoryCode} ${rateBasisPoints}`;
const contentOf = ({ content }: DocumentRow): Content => JSON.parse(content ?? '');

/** Invoices and credit notes of the period. Deposits are money on account. */
const papers = (rows: Rows, scope: Scope): DocumentRow[] =>
  rows.documents.filter(
    ({ kind, state, issuedOn, prestationId }) =>
      state === 'issued' &&
      (kind === 'invoice' || kind === 'credit-note') &&
      isDayIn(scope, issuedOn) &&
      isLabIn(scope, rows.orders.find(({ id }) => id === prestationId)?.labId ?? null),
  );

/** A line of a credit note stands for the line of the document that it credits. */
function takesDepositBack(rows: Rows, { citesId }: DocumentRow, line: Line): boolean {
  if (line.kind !== 'earlier') return false;
  const cited = rows.documents.find(({ id }) => id === citesId);
  const original = cited && contentOf(cited).lines.find(({ position }) => position === line.creditedPosition);
  return (original ?? line).cites?.kind === 'deposit';
}

/** Each line with its part of the discounts of the document: pro rata of the lines of its tax. */
function* incomeOf(rows: Rows, paper: DocumentRow): Generator<Income> {
  const { lines, discounts } = contentOf(paper);
  const sign = paper.kind === 'invoice' ? 1 : -1;
  const items = lines.filter(({ kind }) => kind === 'item');
  for (const line of lines) {
    if (line.kind !== 'item' && line.kind !== 'earlier') continue;
    if (takesDepositBack(rows, paper, line)) continue;
    const [order, activity] = [paper.prestationId, line.activity ?? null];
    yield { order, activity, cents: sign * line.netCents };
    if (line.kind !== 'item') continue;
    const same = items.filter(({ tax }) => taxKey(tax) === taxKey(line.tax));
    const whole = same.reduce((sum, { netCents }) => sum + netCents, 0);
    const less = discounts
      .flatMap(({ parts }) => parts)
      .filter(({ tax }) => taxKey(tax) === taxKey(line.tax))
      .reduce((sum, { cents }) => sum + cents, 0);
    if (less !== 0) yield { order, activity, cents: (-sign * less * line.netCents) / whole };
  }
}

export function* allIncome(rows: Rows, scope: Scope): Generator<Income> {
  for (const paper of papers(rows, scope)) yield* incomeOf(rows, paper);
}
