import { type ActivityIncome, incomeByActivity } from '@pandafab/domain';
import type { LabId, PrestationId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { PaperDocument } from '../../../money/documents/document.entities';
import { inGroups } from '../../../money/exports/read/merged';
import { papersOf, readPapers } from '../../../money/exports/read/read-papers';
import { Prestation } from '../../../money/prestations/prestation.entities';
import { Organisation } from '../../../people/organisations/organisation.entity';
import { chunks } from '../../../platform/persistence/chunks';
import { type IndicatorScope, once } from '../scope';

/** How many documents are taken together: each question to the database has a price of its own. */
const BATCH = 100;

/** The income of one document, as the books have it. */
interface DocumentIncome {
  readonly documentId: string;
  readonly income: readonly ActivityIncome[];
}

/** The income of one order in the period. */
export interface PrestationIncome {
  readonly id: PrestationId;
  readonly reference: string;
  readonly title: string;
  readonly labId: LabId | null;
  readonly client: string;
  readonly isPerson: boolean;
  readonly income: readonly ActivityIncome[];
}

/** The orders with an invoice or a credit note in the period, by reference. */
export const readIncome = (manager: EntityManager, scope: IndicatorScope): Promise<PrestationIncome[]> =>
  once(scope, 'income', async () => {
    const byOrder = new Map<PrestationId, ActivityIncome[]>();
    for await (const papers of inGroups(documents(manager, scope), BATCH)) {
      const orders = await ordersOf(
        manager,
        papers.map(({ documentId }) => documentId),
      );
      for (const { documentId, income } of papers) {
        const order = orders.get(documentId);
        if (order) byOrder.set(order, [...(byOrder.get(order) ?? []), ...income]);
      }
    }
    return withOrders(manager, scope, byOrder);
  });

async function* documents(
  manager: EntityManager,
  { from, until, now }: IndicatorScope,
): AsyncGenerator<DocumentIncome> {
  const papers = readPapers(manager, { from, to: until, asOf: now });
  for await (const group of inGroups(papers, BATCH)) {
    const ids = [...new Set(group.flatMap(({ citesId }) => citesId ?? []))];
    const cited = await papersOf(manager, ids, now);
    for (const { id, citesId, read } of group) {
      const original = citesId === null ? undefined : cited.get(citesId)?.read();
      const content = read();
      if (content.kind === 'invoice' || content.kind === 'credit-note')
        yield { documentId: id, income: incomeByActivity(content, original) };
    }
  }
}

async function ordersOf(manager: EntityManager, ids: string[]): Promise<ReadonlyMap<string, PrestationId>> {
  const rows = await manager
    .createQueryBuilder(PaperDocument, 'document')
    .select('document.id', 'id')
    .addSelect('document.prestationId', 'prestationId')
    .where('document.id IN (:...ids)', { ids })
    .getRawMany<{ id: string; prestationId: PrestationId }>();
  return new Map(rows.map(({ id, prestationId }) => [id, prestationId]));
}

async function withOrders(
  manager: EntityManager,
  { labId }: IndicatorScope,
  byOrder: ReadonlyMap<PrestationId, readonly ActivityIncome[]>,
): Promise<PrestationIncome[]> {
  const found: PrestationIncome[] = [];
  for (const ids of chunks([...byOrder.keys()], BATCH)) {
    const orders = await manager.findBy(Prestation, { id: In(ids) });
    const clients = await manager.findBy(Organisation, {
      id: In(orders.map(({ organisationId }) => organisationId)),
    });
    for (const { id, reference, title, labId: of, organisationId } of orders) {
      if (labId !== null && of !== labId) continue;
      const client = clients.find((each) => each.id === organisationId);
      const income = byOrder.get(id) ?? [];
      const isPerson = client?.kind === 'person';
      found.push({ id, reference, title, labId: of, client: client?.name ?? '', isPerson, income });
    }
  }
  return found.sort((a, b) => (a.reference < b.reference ? -1 : 1));
}

/** The sum of some income. @param activity only of this one; `none`: of lines without an activity */
export const sumOfIncome = (income: readonly ActivityIncome[], activity?: string): number =>
  income.reduce(
    (sum, each) =>
      activity === undefined || (each.activity ?? 'none') === activity ? sum + each.netCents : sum,
    0,
  );
