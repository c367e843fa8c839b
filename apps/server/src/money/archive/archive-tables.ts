import { stringify } from 'csv-stringify/sync';
import { Between, type EntityManager, In } from 'typeorm';
import { guarded } from '../../platform/kit/cells';
import { Closure } from '../closures/closure.entity';
import { PaperDocument } from '../documents/document.entities';
import { Payment } from '../settlement/settlement.entities';
import type { ArchivedYear } from './archive-year';
import type { ArchivedDocument } from './read-year';

const BATCH = 500;
type Cell = string | number | null;

/** Spreadsheets in France expect a semicolon, a comma in amounts, and a mark at the start of a file in UTF-8. */
const BOM = '\ufeff';
const row = (cells: readonly Cell[]): string =>
  stringify([cells.map((cell) => (typeof cell === 'string' ? guarded(cell) : cell))], { delimiter: ';' });
const euros = (cents: number | null): string => ((cents ?? 0) / 100).toFixed(2).replace('.', ',');

/** `documents.csv` */
export async function* documentTable(
  manager: EntityManager,
  documents: readonly ArchivedDocument[],
): AsyncGenerator<string> {
  yield BOM + row(['number', 'kind', 'day', 'client', 'title', 'net', 'vat', 'gross']);
  for (let at = 0; at < documents.length; at += BATCH) {
    const ids = documents.slice(at, at + BATCH).map(({ id }) => id);
    const found = await manager.find(PaperDocument, {
      select: {
        ...{ id: true, number: true, kind: true, issuedOn: true, clientName: true, title: true },
        ...{ netCents: true, vatCents: true, grossCents: true },
      },
      where: { id: In(ids) },
      order: { number: 'ASC' },
    });
    yield found
      .map(({ number, kind, issuedOn, clientName, title, netCents, vatCents, grossCents }) =>
        row([number, kind, issuedOn, clientName, title, ...[netCents, vatCents, grossCents].map(euros)]),
      )
      .join('');
  }
}

/** `payments.csv` */
export async function* paymentTable(manager: EntityManager, { year }: ArchivedYear): AsyncGenerator<string> {
  yield BOM +
    row(['number', 'kind', 'paid on', 'booked on', 'means', 'amount', 'payer', 'reference', 'reason']);
  const bookedOn = Between(`${year}-01-01`, `${year}-12-31`);
  for (let skip = 0; ; skip += BATCH) {
    const found = await manager.find(Payment, {
      where: { bookedOn },
      order: { id: 'ASC' },
      take: BATCH,
      skip,
    });
    if (found.length === 0) return;
    yield found
      .map(({ number, kind, paidOn, bookedOn: day, means, cents, payer, reference, reason }) =>
        row([number, kind, paidOn, day, means, euros(cents), payer, reference, reason]),
      )
      .join('');
  }
}

/** `closures.csv`: one row for each total. */
export async function* closureTable(manager: EntityManager, { year }: ArchivedYear): AsyncGenerator<string> {
  yield BOM + row(['number', 'first day', 'last day', 'total', 'count', 'net or in', 'vat or out', 'gross']);
  const closures = await manager.find(Closure, {
    where: { firstDay: Between(`${year}-01-01`, `${year}-12-31`) },
    order: { lastDay: 'ASC', at: 'ASC' },
  });
  for (const closure of closures) yield closureRows(closure).map(row).join('');
}

function closureRows({ number, firstDay, lastDay, totals, perpetual }: Closure): Cell[][] {
  const rows: Cell[][] = [
    ...totals.documents.map(({ kind, count, netCents, vatCents, grossCents }) => [
      ...[kind, count, euros(netCents), euros(vatCents), euros(grossCents)],
    ]),
    ...totals.vat.map(({ categoryCode, rateBasisPoints, baseCents, vatCents }) => [
      ...[`VAT ${categoryCode} ${rateBasisPoints / 100} %`, null, euros(baseCents), euros(vatCents), null],
    ]),
    ...totals.payments.map(({ means, count, inCents, outCents }) => [
      ...[means, count, euros(inCents), euros(outCents), null],
    ]),
    ...totals.accounts.map(({ kind, count, cents }) => [kind, count, euros(cents), null, null]),
    ['perpetual: sold', null, null, null, euros(perpetual.soldCents)],
    ['perpetual: received', null, euros(perpetual.receivedCents), null, null],
  ];
  return rows.map((cells) => [number, firstDay, lastDay, ...cells]);
}
