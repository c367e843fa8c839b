import type { Readable } from 'node:stream';
import { Between, type EntityManager, In } from 'typeorm';
import { Closure } from '../closures/closure.entity';
import { PaperDocument } from '../documents/document.entities';
import type { Cell } from '../exports/tables/cell';
import { csvOf } from '../exports/tables/csv';
import { Payment } from '../settlement/settlement.entities';
import type { ArchivedYear } from './archive-year';
import type { ArchivedDocument } from './read-year';

const BATCH = 500;
type Row = readonly Cell[];
const amount = (cents: number | null): Cell => ({ cents });
const count = (number: number): Cell => ({ number });

/** `documents.csv` */
export const documentTable = (manager: EntityManager, documents: readonly ArchivedDocument[]): Readable =>
  csvOf(
    ['number', 'kind', 'day', 'client', 'title', 'net', 'vat', 'gross'],
    documentRows(manager, documents),
  );

async function* documentRows(
  manager: EntityManager,
  documents: readonly ArchivedDocument[],
): AsyncGenerator<Row> {
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
    for (const { number, kind, issuedOn, clientName, title, netCents, vatCents, grossCents } of found)
      yield [
        ...[number, kind, { day: issuedOn }, clientName, title],
        ...[netCents, vatCents, grossCents].map(amount),
      ];
  }
}

/** `payments.csv` */
export const paymentTable = (manager: EntityManager, year: ArchivedYear): Readable =>
  csvOf(
    ['number', 'kind', 'paid on', 'booked on', 'means', 'amount', 'payer', 'reference', 'reason'],
    paymentRows(manager, year),
  );

async function* paymentRows(manager: EntityManager, { year }: ArchivedYear): AsyncGenerator<Row> {
  const bookedOn = Between(`${year}-01-01`, `${year}-12-31`);
  for (let skip = 0; ; skip += BATCH) {
    const page = { take: BATCH, skip };
    const found = await manager.find(Payment, { where: { bookedOn }, order: { id: 'ASC' }, ...page });
    if (found.length === 0) return;
    for (const { number, kind, paidOn, bookedOn: day, means, cents, payer, reference, reason } of found)
      yield [number, kind, { day: paidOn }, { day }, means, amount(cents), payer, reference, reason];
  }
}

/** `closures.csv`: one row for each total. */
export const closureTable = (manager: EntityManager, year: ArchivedYear): Readable =>
  csvOf(
    ['number', 'first day', 'last day', 'total', 'count', 'net or in', 'vat or out', 'gross'],
    closureRows(manager, year),
  );

async function* closureRows(manager: EntityManager, { year }: ArchivedYear): AsyncGenerator<Row> {
  const closures = await manager.find(Closure, {
    where: { firstDay: Between(`${year}-01-01`, `${year}-12-31`) },
    order: { lastDay: 'ASC', at: 'ASC' },
  });
  for (const { number, firstDay, lastDay, ...closure } of closures)
    for (const total of totalsOf(closure)) yield [number, { day: firstDay }, { day: lastDay }, ...total];
}

const totalsOf = ({ totals, perpetual }: Pick<Closure, 'totals' | 'perpetual'>): Row[] => [
  ...totals.documents.map(({ kind, count: times, netCents, vatCents, grossCents }) => [
    ...[kind, count(times), amount(netCents), amount(vatCents), amount(grossCents)],
  ]),
  ...totals.vat.map(({ categoryCode, rateBasisPoints, baseCents, vatCents }) => [
    ...[`VAT ${categoryCode} ${rateBasisPoints / 100} %`, null, amount(baseCents), amount(vatCents), null],
  ]),
  ...totals.payments.map(({ means, count: times, inCents, outCents }) => [
    ...[means, count(times), amount(inCents), amount(outCents), null],
  ]),
  ...totals.accounts.map(({ kind, count: times, cents }) => [kind, count(times), amount(cents), null, null]),
  ['perpetual: sold', null, null, null, amount(perpetual.soldCents)],
  ['perpetual: received', null, amount(perpetual.receivedCents), null, null],
];
