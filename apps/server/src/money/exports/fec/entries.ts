import {
  type BookedPayment,
  type Entry,
  entryOfAllotment,
  entryOfDocument,
  entryOfPayment,
  type Settles,
} from '@pandafab/domain';
import type { EntityManager } from 'typeorm';
import type { Day } from '../../kit/paris';
import { type AccountsOn, readAccounts } from '../book-accounts.service';
import { mergedByDay } from '../read/merged';
import { readLaterAllotments } from '../read/read-allotments';
import { type MeansOn, readMeans } from '../read/read-means';
import { papersAt, papersOf, type ReadPaper, readPlaces } from '../read/read-papers';
import { type ReadPayment, readPayments } from '../read/read-payments';
import type { Scope } from '../read/scope';
import { type LetterOf, lettersOf } from './letters';

/** An entry with the marks of what its lines settle. */
export interface LetteredEntry {
  readonly day: Day;
  readonly entry: Entry;
  readonly letterOf: LetterOf;
}

/**
 * The entries of a period, by day: documents, then payments, then payments that were allotted later; within a day by
 * number. Rows are read in pages, with their marks: an entry is made when it is wanted, and never waits.
 */
export async function* entriesOf(manager: EntityManager, scope: Scope): AsyncGenerator<LetteredEntry> {
  const accounts = await readAccounts(manager);
  const means = await readMeans(manager);
  yield* mergedByDay<LetteredEntry>([
    paperEntries(manager, scope, accounts),
    paymentEntries(manager, scope, accounts, means),
    allotmentEntries(manager, scope, accounts),
  ]);
}

async function* paperEntries(
  manager: EntityManager,
  scope: Scope,
  accounts: AccountsOn,
): AsyncGenerator<LetteredEntry> {
  for await (const places of readPlaces(manager, scope)) {
    const letterOf = await lettersOf(
      manager,
      places.map(({ id, citesId }) => ({ what: 'document', id: citesId ?? id })),
      scope,
    );
    for await (const papers of papersAt(manager, places, scope.asOf)) {
      const ids = [...new Set(papers.flatMap(({ citesId }) => citesId ?? []))];
      const cited = await papersOf(manager, ids, scope.asOf);
      for (const paper of papers)
        yield { day: paper.day, entry: entryOfPaper(paper, cited, accounts), letterOf };
    }
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
): AsyncGenerator<LetteredEntry> {
  for await (const payments of readPayments(manager, scope)) {
    const letterOf = await lettersOf(manager, payments.flatMap(settledByPayment), scope);
    for (const payment of payments) {
      const entry = entryOfPayment(bookedOf(payment, means), accounts(payment.day));
      if (entry) yield { day: payment.day, entry, letterOf };
    }
  }
}

/** A payment of which nothing is left at once has no line of its own. */
function settledByPayment({ id, undoesId, cents, parts }: ReadPayment): Settles[] {
  const isSpent = parts.reduce((rest, part) => rest - part.cents, cents) === 0;
  return [
    ...parts.map(({ documentId }) => ({ what: 'document', id: documentId }) as const),
    ...(isSpent ? [] : [{ what: 'payment', id: undoesId ?? id } as const]),
  ];
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
): AsyncGenerator<LetteredEntry> {
  for await (const allotments of readLaterAllotments(manager, scope)) {
    const settled = allotments.flatMap(({ paymentId, documentId }): Settles[] => [
      { what: 'payment', id: paymentId },
      { what: 'document', id: documentId },
    ]);
    const letterOf = await lettersOf(manager, settled, scope);
    for (const allotment of allotments)
      yield { day: allotment.day, entry: entryOfAllotment(allotment, accounts(allotment.day)), letterOf };
  }
}

/** A person who was erased has no name any more, and the file wants one. */
const nameOf = (name: string): string => (name.trim() === '' ? 'Client' : name);
