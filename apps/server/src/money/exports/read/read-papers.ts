import { BOOKED_KINDS, type PaperContent } from '@pandafab/domain';
import type { DocumentId, Instant, OrganisationId } from '@pandafab/shared';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { chunks } from '../../../platform/persistence/chunks';
import { PaperDocument } from '../../documents/document.entities';
import type { Day } from '../../kit/paris';
import { readAhead } from './read-ahead';
import { BATCH, type Scope } from './scope';

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
interface Place {
  readonly id: DocumentId;
  readonly day: Day;
  readonly number: string;
}

/** As the index of the list has it. */
const DAY = `COALESCE(document.issuedOn, '')`;

const booked = (manager: EntityManager): SelectQueryBuilder<PaperDocument> =>
  manager
    .createQueryBuilder(PaperDocument, 'document')
    .select([])
    .where(`document.state = 'issued' AND document.kind IN (:...kinds)`, { kinds: BOOKED_KINDS });

/**
 * The documents that entered the books in a period, by day and number. Places come from an index alone, and contents by
 * their ids: they are long.
 */
export async function* readPapers(manager: EntityManager, scope: Scope): AsyncGenerator<ReadPaper> {
  for await (const { paper } of readAhead<Placed>((last) => placedAfter(manager, scope, last)))
    if (paper) yield paper;
}

interface Placed extends Place {
  readonly paper: ReadPaper | undefined;
}

async function placedAfter(
  manager: EntityManager,
  { from, to, asOf }: Scope,
  last: Place | undefined,
): Promise<Placed[]> {
  const query = booked(manager)
    .addSelect('document.id', 'id')
    .addSelect('document.issuedOn', 'day')
    .addSelect('document.number', 'number')
    .andWhere(`${DAY} >= :from AND ${DAY} <= :to`, { from: last?.day ?? from, to });
  if (last) query.andWhere(`(${DAY} > :day OR document.number > :number)`, { ...last });
  const places = await query.orderBy(DAY).addOrderBy('document.number').limit(BATCH).getRawMany<Place>();
  const papers = await papersOf(
    manager,
    places.map(({ id }) => id),
    asOf,
  );
  return places.map((place) => ({ ...place, paper: papers.get(place.id) }));
}

/** The documents with these ids that were issued until then, by id. */
export async function papersOf(
  manager: EntityManager,
  ids: readonly DocumentId[],
  asOf: Instant,
): Promise<ReadonlyMap<DocumentId, ReadPaper>> {
  const found = new Map<DocumentId, ReadPaper>();
  for (const some of chunks(ids, BATCH)) {
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
