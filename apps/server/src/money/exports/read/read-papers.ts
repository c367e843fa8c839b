import { BOOKED_KINDS, type PaperContent } from '@pandafab/domain';
import type { DocumentId, Instant, OrganisationId } from '@pandafab/shared';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { chunks } from '../../../platform/persistence/chunks';
import { PaperDocument } from '../../documents/document.entities';
import type { Day } from '../../kit/paris';
import { oneAhead } from './merged';
import { readPages } from './read-ahead';
import type { Scope } from './scope';

/** An issued document. Its frozen content is long: it is taken apart when it is used, so that a batch stays small. */
export interface ReadPaper {
  readonly id: DocumentId;
  readonly day: Day;
  readonly citesId: DocumentId | null;
  readonly organisationId: OrganisationId;
  readonly read: () => PaperContent;
}

interface Raw extends Omit<ReadPaper, 'read'> {
  readonly content: string;
}
/** Where a document is in the order of the books; short, in contrast to its content. */
export interface Place {
  readonly id: DocumentId;
  readonly day: Day;
  readonly number: string;
  readonly citesId: DocumentId | null;
}

/** Contents are long. */
export const PAPERS_AT_ONCE = 100;

/** As the index of the list has it. */
const DAY = `COALESCE(document.issuedOn, '')`;

const booked = (manager: EntityManager): SelectQueryBuilder<PaperDocument> =>
  manager
    .createQueryBuilder(PaperDocument, 'document')
    .select([])
    .where(`document.state = 'issued' AND document.kind IN (:...kinds)`, { kinds: BOOKED_KINDS });

/** The places of the documents that entered the books in a period, by day and number. */
export const readPlaces = (manager: EntityManager, scope: Scope) =>
  readPages<Place>((last, size) => placesAfter(manager, scope, last, size));

function placesAfter(
  manager: EntityManager,
  { from, to, asOf }: Scope,
  last: Place | undefined,
  size: number,
): Promise<Place[]> {
  const query = booked(manager)
    .addSelect('document.id', 'id')
    .addSelect('document.issuedOn', 'day')
    .addSelect('document.number', 'number')
    .addSelect('document.citesId', 'citesId')
    .andWhere(`${DAY} >= :from AND ${DAY} <= :to`, { from: last?.day ?? from, to })
    .andWhere('document.issuedAt <= :asOf', { asOf });
  if (last) query.andWhere(`(${DAY} > :day OR document.number > :number)`, { ...last });
  return query.orderBy(DAY).addOrderBy('document.number').limit(size).getRawMany<Place>();
}

/** The documents at these places, in groups, in their order. */
export async function* papersAt(
  manager: EntityManager,
  places: readonly Place[],
  asOf: Instant,
): AsyncGenerator<ReadPaper[]> {
  const groups = chunks(places, PAPERS_AT_ONCE);
  const read = async function* () {
    for (const group of groups) {
      const ids = group.map(({ id }) => id);
      const papers = await papersOf(manager, ids, asOf);
      yield ids.flatMap((id) => papers.get(id) ?? []);
    }
  };
  yield* oneAhead(read());
}

/** The documents that entered the books in a period, by day and number. */
export async function* readPapers(manager: EntityManager, scope: Scope): AsyncGenerator<ReadPaper> {
  for await (const places of readPlaces(manager, scope))
    for await (const papers of papersAt(manager, places, scope.asOf)) yield* papers;
}

/** The documents with these ids that were issued until then, by id. */
export async function papersOf(
  manager: EntityManager,
  ids: readonly DocumentId[],
  asOf: Instant,
): Promise<ReadonlyMap<DocumentId, ReadPaper>> {
  const found = new Map<DocumentId, ReadPaper>();
  for (const some of chunks(ids, PAPERS_AT_ONCE)) {
    const rows = await booked(manager)
      .addSelect('document.id', 'id')
      .addSelect('document.issuedOn', 'day')
      .addSelect('document.citesId', 'citesId')
      .addSelect('document.organisationId', 'organisationId')
      .addSelect('document.content', 'content')
      .andWhere('document.id IN (:...ids)', { ids: some })
      .andWhere('document.issuedAt <= :asOf', { asOf })
      .getRawMany<Raw>();
    for (const { content, ...row } of rows) found.set(row.id, { ...row, read: () => JSON.parse(content) });
  }
  return found;
}
