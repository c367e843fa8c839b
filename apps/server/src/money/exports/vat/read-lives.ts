import type { PaperContent, PaperLife } from '@pandafab/domain';
import type { DocumentId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { chunks } from '../../../platform/persistence/chunks';
import { PaperDocument } from '../../documents/document.entities';
import type { Day } from '../../kit/paris';
import { Allotment } from '../../settlement/settlement.entities';
import { PAPERS_AT_ONCE, papersOf } from '../read/read-papers';
import type { Scope } from '../read/scope';

/** An invoice or deposit with its life until the end of the period. */
export interface ReadLife extends PaperLife {
  readonly id: DocumentId;
  readonly content: PaperContent;
}

/**
 * The invoices and deposits to which something happened in the period: they were issued, credited, or something was
 * allotted to them or taken back. Only their ids are held; contents are read in batches.
 */
export async function* readLives(manager: EntityManager, scope: Scope): AsyncGenerator<ReadLife> {
  const ids = await touchedIn(manager, scope);
  for (const some of chunks([...ids], PAPERS_AT_ONCE)) {
    const papers = await papersOf(manager, some, scope.asOf);
    const credits = await creditsOf(manager, some, scope);
    const settlements = await settlementsOf(manager, some, scope);
    for (const { id, read } of papers.values())
      yield { id, content: read(), credits: credits.get(id) ?? [], settlements: settlements.get(id) ?? [] };
  }
}

async function touchedIn(manager: EntityManager, { from, to, asOf }: Scope): Promise<Set<DocumentId>> {
  const issued = manager
    .createQueryBuilder(PaperDocument, 'document')
    .select('CASE WHEN document.citesId IS NULL THEN document.id ELSE document.citesId END', 'id')
    .where(`document.state = 'issued' AND document.issuedAt <= :asOf`, { asOf })
    .andWhere(`document.kind IN ('invoice', 'deposit', 'credit-note', 'deposit-credit')`)
    .andWhere(`COALESCE(document.issuedOn, '') >= :from AND COALESCE(document.issuedOn, '') <= :to`, {
      from,
      to,
    });
  const settled = manager
    .createQueryBuilder(Allotment, 'allotment')
    .select('allotment.documentId', 'id')
    .where('allotment.bookedOn >= :from AND allotment.bookedOn <= :to AND allotment.at <= :asOf', {
      ...{ from, to, asOf },
    });
  const rows = [
    ...(await issued.getRawMany<{ id: DocumentId }>()),
    ...(await settled.getRawMany<{ id: DocumentId }>()),
  ];
  return new Set(rows.map(({ id }) => id));
}

/** By document: its credit notes until the end of the period. */
async function creditsOf(
  manager: EntityManager,
  ids: readonly DocumentId[],
  { to, asOf }: Scope,
): Promise<ReadonlyMap<DocumentId, PaperContent[]>> {
  const rows = await manager
    .createQueryBuilder(PaperDocument, 'credit')
    .select('credit.id', 'id')
    .where(`credit.citesId IN (:...ids) AND credit.state = 'issued'`, { ids })
    .andWhere('credit.issuedOn <= :to AND credit.issuedAt <= :asOf', { to, asOf })
    .getRawMany<{ id: DocumentId }>();
  const found = new Map<DocumentId, PaperContent[]>();
  const credits = await papersOf(
    manager,
    rows.map(({ id }) => id),
    asOf,
  );
  for (const { citesId, read } of credits.values()) if (citesId !== null) push(found, citesId, read());
  return found;
}

/** By document: what was allotted to it until the end of the period, by day in the books. */
async function settlementsOf(
  manager: EntityManager,
  ids: readonly DocumentId[],
  { to, asOf }: Scope,
): Promise<ReadonlyMap<DocumentId, { day: Day; cents: number }[]>> {
  const rows = await manager
    .createQueryBuilder(Allotment, 'allotment')
    .select('allotment.documentId', 'id')
    .addSelect('allotment.bookedOn', 'day')
    .addSelect('SUM(allotment.cents)', 'cents')
    .where('allotment.documentId IN (:...ids)', { ids })
    .andWhere('allotment.bookedOn <= :to AND allotment.at <= :asOf', { to, asOf })
    .groupBy('allotment.documentId')
    .addGroupBy('allotment.bookedOn')
    .getRawMany<{ id: DocumentId; day: Day; cents: string | number }>();
  const found = new Map<DocumentId, { day: Day; cents: number }[]>();
  for (const { id, day, cents } of rows) push(found, id, { day, cents: Number(cents) });
  return found;
}

function push<Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
