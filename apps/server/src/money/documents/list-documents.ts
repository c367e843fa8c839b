import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Organisation } from '../../people/organisations/organisation.entity';
import { type Part, readPart, type SortKeys, sortedBy } from '../../platform/persistence/keyset';
import { containing } from '../../platform/persistence/search';
import type { Day } from '../kit/paris';
import { Allotment } from '../settlement/settlement.entities';
import type { DocumentSearchDto } from './document.dto';
import { PaperDocument } from './document.entities';
import { viewedColumns } from './document-view';

type Joined = PaperDocument & { present?: Organisation };
type SortName = 'createdAt' | 'issuedOn' | 'number' | 'client' | 'dueOn' | 'grossCents';

/** Drafts have neither days, nor numbers, nor amounts: in those orders they come first. */
const SORTS: SortKeys<PaperDocument, SortName> = {
  createdAt: { column: 'document.createdAt', of: ({ createdAt }) => createdAt, isNumber: true },
  issuedOn: { column: `COALESCE(document.issuedOn, '')`, of: ({ issuedOn }) => issuedOn ?? '' },
  number: { column: `COALESCE(document.number, '')`, of: ({ number }) => number ?? '' },
  // The name of today: the one on the document may have changed.
  client: { column: 'present.foldedName', of: (row) => (row as Joined).present?.foldedName ?? '' },
  dueOn: { column: `COALESCE(document.dueOn, '')`, of: ({ dueOn }) => dueOn ?? '' },
  grossCents: {
    column: 'COALESCE(document.grossCents, -1)',
    of: ({ grossCents }) => grossCents ?? -1,
    isNumber: true,
  },
};
const BY_ID = { column: 'document.id', of: ({ id }: PaperDocument) => id };

/** All that the orders need: indexes have it, so that only the rows of the part are read. */
const ORDERED = ['id', 'createdAt', 'issuedOn', 'number', 'dueOn', 'grossCents'].map(
  (name) => `document.${name}`,
);

/** A part of the documents. Their contents are left out: a list of many would read megabytes. */
export async function listDocuments(
  manager: EntityManager,
  search: DocumentSearchDto,
  today: Day,
): Promise<Part<PaperDocument>> {
  const { sort, ...page } = search;
  const query = manager.createQueryBuilder(PaperDocument, 'document').select(ORDERED);
  filter(query, search, today);
  const join = sort.endsWith('client') ? withClient : undefined;
  const { items, ...where } = await readPart(query, sortedBy(sort, SORTS, BY_ID), page, join);
  return { items: await viewed(manager, items), ...where };
}

const withClient = (query: SelectQueryBuilder<PaperDocument>) =>
  query
    .innerJoinAndMapOne('document.present', Organisation, 'present', 'present.id = document.organisationId')
    .select([...ORDERED, 'present.id', 'present.foldedName']);

/** The columns of a view, in the same order. */
async function viewed(manager: EntityManager, found: readonly PaperDocument[]): Promise<PaperDocument[]> {
  if (found.length === 0) return [];
  const rows = await manager
    .createQueryBuilder(PaperDocument, 'document')
    .select(viewedColumns('document'))
    .where('document.id IN (:...ids)', { ids: found.map(({ id }) => id) })
    .getMany();
  const byId = new Map(rows.map((row) => [row.id, row]));
  return found.flatMap(({ id }) => byId.get(id) ?? []);
}

function filter(query: SelectQueryBuilder<PaperDocument>, asked: DocumentSearchDto, today: Day): void {
  for (const column of ['kind', 'organisationId', 'prestationId'] as const)
    if (asked[column]) query.andWhere(`document.${column} = :${column}`, { [column]: asked[column] });
  if (asked.state) filterState(query, asked.state, today);
  if (asked.open || asked.overdue) filterOpen(query);
  if (asked.overdue) query.andWhere('document.dueOn < :today', { today });
  if (asked.search) filterWords(query, asked.search);
}

/** Clients are found first: to look each document's client up takes much longer. */
function filterWords(query: SelectQueryBuilder<PaperDocument>, words: string): void {
  const clients = query
    .subQuery()
    .select('client.id')
    .from(Organisation, 'client')
    .where(`client.foldedName LIKE :words ESCAPE '\\'`)
    .getQuery();
  query.andWhere(`(document.foldedWords LIKE :words ESCAPE '\\' OR document.organisationId IN ${clients})`, {
    words: containing(words),
  });
}

/** Expired are also those that the periodic task has not noted yet. */
function filterState(
  query: SelectQueryBuilder<PaperDocument>,
  state: PaperDocument['state'],
  today: Day,
): void {
  const isPast = `document.state = 'sent' AND document.validUntil < :today`;
  if (state === 'expired') query.andWhere(`(document.state = 'expired' OR (${isPast}))`, { today });
  else if (state === 'sent')
    query.andWhere(
      `document.state = 'sent' AND (document.validUntil IS NULL OR document.validUntil >= :today)`,
      {
        today,
      },
    );
  else query.andWhere('document.state = :state', { state });
}

/** Open is what neither credit notes nor payments took away. */
function filterOpen(query: SelectQueryBuilder<PaperDocument>): void {
  const credited = query
    .subQuery()
    .select('COALESCE(SUM(credit.grossCents), 0)')
    .from(PaperDocument, 'credit')
    .where(`credit.citesId = document.id AND credit.state = 'issued'`)
    .getQuery();
  const paid = query
    .subQuery()
    .select('COALESCE(SUM(allotment.cents), 0)')
    .from(Allotment, 'allotment')
    .where('allotment.documentId = document.id')
    .getQuery();
  query.andWhere(
    `document.state = 'issued' AND document.kind IN ('invoice', 'deposit')
      AND document.grossCents > 0 AND document.grossCents > ${credited} + ${paid}`,
  );
}
