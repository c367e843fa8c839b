import { BOOKED_KINDS } from '@pandafab/domain';
import { Between, type EntityManager, In, MoreThan } from 'typeorm';
import { canonicalJson } from '../chain/canonical-json';
import { ChainLink } from '../chain/chain.entities';
import { DocumentFile, PaperDocument } from '../documents/document.entities';
import { AccountEntry } from '../member-accounts/account.entities';
import { entryPayload, sealedOf as entrySealed } from '../member-accounts/entry-payload';
import { allotmentPayload, paymentPayload, sealedOf } from '../payments/payment-payload';
import { Allotment, Payment } from '../settlement/settlement.entities';
import type { ArchivedYear } from './archive-year';

const BATCH = 500;

/** One JSON object a line. */
const lines = (objects: readonly unknown[]): string =>
  objects.map((each) => `${canonicalJson(each)}\n`).join('');

/** The links of the year, as `chain.ndjson`. */
export async function* chainLines(
  manager: EntityManager,
  { previous, last }: ArchivedYear,
): AsyncGenerator<string> {
  for (let after = previous.sequence; after < last.sequence; ) {
    const links = await manager.find(ChainLink, {
      where: { sequence: Between(after + 1, Math.min(after + BATCH, last.sequence)) },
      order: { sequence: 'ASC' },
    });
    if (links.length === 0) return;
    yield lines(
      links.map(({ sequence, version, previousHash, payload, hash }) => {
        return { sequence, version, previousHash, payload, hash };
      }),
    );
    after = links.at(-1)?.sequence ?? last.sequence;
  }
}

/** Rows of a table by their day, in batches in the order of their ids, which is that of their creation. */
async function* rowsOf<Row extends { readonly id: string }>(
  read: (after: string) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  for (let after = ''; ; ) {
    const rows = await read(after);
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)?.id ?? '';
  }
}

const daysOfYear = (year: string) => Between(`${year}-01-01`, `${year}-12-31`);

/** The payments of the year, as `payments.ndjson`: what their links say, and what was sealed in them. */
export async function* paymentLines(manager: EntityManager, { year }: ArchivedYear): AsyncGenerator<string> {
  const bookedOn = daysOfYear(year);
  const read = (after: string) =>
    manager.find(Payment, {
      where: { bookedOn, id: MoreThan(after as Payment['id']) },
      order: { id: 'ASC' },
      take: BATCH,
    });
  for await (const rows of rowsOf(read)) {
    const undone = await manager.findBy(Payment, { id: In(rows.flatMap(({ undoesId }) => undoesId ?? [])) });
    const numbers = new Map(undone.map(({ id, number }) => [id, number]));
    yield lines(
      rows.map((row) => {
        const undoes = row.undoesId && (numbers.get(row.undoesId) ?? null);
        const { record: _, text: __, ...said } = paymentPayload(row, { undoes });
        return { ...said, salt: row.salt, sealed: sealedOf(row) };
      }),
    );
  }
}

/** The allotments of the year, as `allotments.ndjson`. */
export async function* allotmentLines(
  manager: EntityManager,
  { year }: ArchivedYear,
): AsyncGenerator<string> {
  const bookedOn = daysOfYear(year);
  const read = (after: string) =>
    manager.find(Allotment, { where: { bookedOn, id: MoreThan(after) }, order: { id: 'ASC' }, take: BATCH });
  for await (const rows of rowsOf(read)) {
    const payments = await manager.findBy(Payment, { id: In(rows.map(({ paymentId }) => paymentId)) });
    const documents = await manager.find(PaperDocument, {
      select: { id: true, number: true },
      where: { id: In(rows.map(({ documentId }) => documentId)) },
    });
    const paymentOf = new Map(payments.map((payment) => [payment.id, payment]));
    const numberOf = new Map(documents.map(({ id, number }) => [id, number ?? '']));
    yield lines(
      rows.flatMap((row) => {
        const payment = paymentOf.get(row.paymentId);
        if (!payment) return [];
        const names = { payment, document: numberOf.get(row.documentId) ?? '' };
        const { record: _, text: __, ...said } = allotmentPayload(row, names);
        return [{ ...said, salt: payment.salt, reason: row.reason }];
      }),
    );
  }
}

/** The movements of members' accounts in the year, as `account-entries.ndjson`. */
export async function* entryLines(manager: EntityManager, { year }: ArchivedYear): AsyncGenerator<string> {
  const bookedOn = daysOfYear(year);
  const read = (after: string) =>
    manager.find(AccountEntry, {
      where: { bookedOn, id: MoreThan(after) },
      order: { id: 'ASC' },
      take: BATCH,
    });
  for await (const rows of rowsOf(read)) {
    const payments = await manager.findBy(Payment, {
      id: In(rows.flatMap(({ paymentId }) => paymentId ?? [])),
    });
    const numbers = new Map(payments.map(({ id, number }) => [id, number]));
    yield lines(
      rows.map((row) => {
        const payment = row.paymentId && (numbers.get(row.paymentId) ?? null);
        const { record: _, text: __, ...said } = entryPayload(row, { payment });
        return { ...said, salt: row.salt, sealed: entrySealed(row) };
      }),
    );
  }
}

/** A document of the year, and its files. */
export interface ArchivedDocument {
  readonly id: PaperDocument['id'];
  readonly number: string;
  readonly files: readonly Pick<DocumentFile, 'kind' | 'sha256'>[];
}

/** The booked documents of the year by their numbers, without their contents. */
export async function documentsOfYear(
  manager: EntityManager,
  { year }: ArchivedYear,
): Promise<ArchivedDocument[]> {
  const documents = await manager.find(PaperDocument, {
    select: { id: true, number: true },
    where: { issuedOn: daysOfYear(year), state: 'issued', kind: In([...BOOKED_KINDS]) },
    order: { number: 'ASC' },
  });
  const found: ArchivedDocument[] = [];
  for (let at = 0; at < documents.length; at += BATCH) {
    const batch = documents.slice(at, at + BATCH);
    const files = await manager.findBy(DocumentFile, { documentId: In(batch.map(({ id }) => id)) });
    for (const { id, number } of batch)
      found.push({
        ...{ id, number: number ?? '' },
        files: files.filter(({ documentId }) => documentId === id),
      });
  }
  return found;
}

/** A document as the archive has it: what was frozen at issue, and what its link needs. */
export async function documentJson(manager: EntityManager, id: PaperDocument['id']): Promise<string> {
  const { content, issuedAt, salt } = await manager.findOneByOrFail(PaperDocument, { id });
  const issued = issuedAt === null ? null : new Date(issuedAt).toISOString();
  return `${JSON.stringify({ issuedAt: issued, salt, content }, null, 1)}\n`;
}
