import {
  type BookedPayment,
  type Entry,
  entryOfAllotment,
  entryOfDocument,
  entryOfPayment,
} from '@pandafab/domain';
import type { EntityManager } from 'typeorm';
import { type AccountsOn, readAccounts } from '../book-accounts.service';
import { inGroups, mergedByDay } from '../read/merged';
import { readLaterAllotments } from '../read/read-allotments';
import { type MeansOn, readMeans } from '../read/read-means';
import { papersOf, type ReadPaper, readPapers } from '../read/read-papers';
import { type ReadPayment, readPayments } from '../read/read-payments';
import { BATCH, type Scope } from '../read/scope';

/**
 * The entries of a period, by day: documents, then payments, then payments that were allotted later; within a day by
 * number. Rows are read in batches.
 */
export async function* entriesOf(manager: EntityManager, scope: Scope): AsyncGenerator<Entry> {
  const accounts = await readAccounts(manager);
  const means = await readMeans(manager);
  yield* mergedByDay<Entry>([
    paperEntries(manager, scope, accounts),
    paymentEntries(manager, scope, accounts, means),
    allotmentEntries(manager, scope, accounts),
  ]);
}

async function* paperEntries(
  manager: EntityManager,
  scope: Scope,
  accounts: AccountsOn,
): AsyncGenerator<Entry> {
  for await (const papers of inGroups(readPapers(manager, scope), BATCH)) {
    const ids = [...new Set(papers.flatMap(({ citesId }) => citesId ?? []))];
    const cited = await papersOf(manager, ids, scope.asOf);
    for (const paper of papers) yield entryOfPaper(paper, cited, accounts);
  }
}

function entryOfPaper(
  { id, day, citesId, organisationId, read }: ReadPaper,
  cited: ReadonlyMap<string, ReadPaper>,
  accounts: AccountsOn,
): Entry {
  const content = read();
  const client = { number: organisationId, name: nameOf(content.client.name) };
  const original = citesId === null ? undefined : cited.get(citesId);
  return entryOfDocument(
    { id, client, content, cited: original ? { id: original.id, content: original.read() } : null },
    accounts(day),
  );
}

async function* paymentEntries(
  manager: EntityManager,
  scope: Scope,
  accounts: AccountsOn,
  means: MeansOn,
): AsyncGenerator<Entry> {
  for await (const payment of readPayments(manager, scope)) {
    const entry = entryOfPayment(bookedOf(payment, means), accounts(payment.day));
    if (entry) yield entry;
  }
}

const bookedOf = (payment: ReadPayment, means: MeansOn): BookedPayment => {
  const { organisationId, clientName, day: bookedOn } = payment;
  const client =
    organisationId === null ? null : { number: organisationId, name: nameOf(clientName ?? payment.payer) };
  return { ...payment, bookedOn, client, means: means(payment.means, bookedOn) };
};

async function* allotmentEntries(
  manager: EntityManager,
  scope: Scope,
  accounts: AccountsOn,
): AsyncGenerator<Entry> {
  for await (const allotment of readLaterAllotments(manager, scope))
    yield entryOfAllotment(allotment, accounts(allotment.day));
}

/** A person who was erased has no name any more, and the file wants one. */
const nameOf = (name: string): string => (name.trim() === '' ? 'Client' : name);
