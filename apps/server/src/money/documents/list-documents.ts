import { folded } from '@pandafab/shared';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Organisation } from '../../people/organisations/organisation.entity';
import { type Part, readPart, type SortKeys, sortedBy } from '../../platform/persistence/keyset';
import { containing } from '../../platform/persistence/search';
import type { Day } from '../kit/paris';
import type { DocumentSearchDto } from './document.dto';
import { PaperDocument } from './document.entities';
import { viewedColumns } from './document-view';

type Joined = PaperDocument & { present: Organisation | null };
type SortName = 'createdAt' | 'issuedOn' | 'number' | 'client' | 'dueOn' | 'grossCents';

/** Drafts have neither days, nor numbers, nor amounts: in those orders they come first. */
const SORTS: SortKeys<PaperDocument, SortName> = {
  createdAt: { column: 'document.createdAt', of: ({ createdAt }) => createdAt, isNumber: true },
  issuedOn: { column: `COALESCE(document.issuedOn, '')`, of: ({ issuedOn }) => issuedOn ?? '' },
  number: { column: `COALESCE(document.number, '')`, of: ({ number }) => number ?? '' },
  // The name of today: the one on the document may have changed.
  client: { column: 'present.foldedName', of: (row) => folded((row as Joined).present?.name ?? '') },
  dueOn: { column: `COALESCE(document.dueOn, '')`, of: ({ dueOn }) => dueOn ?? '' },
  grossCents: {
    column: 'COALESCE(document.grossCents, -1)',
    of: ({ grossCents }) => grossCents ?? -1,
    isNumber: true,
  },
};
const BY_ID = { column: 'document.id', of: ({ id }: PaperDocument) => id };

/** A part of the documents. Their contents are left out: a list of many would read megabytes. */
export function listDocuments(
  manager: EntityManager,
  search: DocumentSearchDto,
  today: Day,
): Promise<Part<PaperDocument>> {
  const query = manager
    .createQueryBuilder(PaperDocument, 'document')
    .leftJoinAndMapOne('document.present', Organisation, 'present', 'present.id = document.organisationId');
  query.select([...viewedColumns('document'), 'present.id', 'present.name']);
  filter(query, search, today);
  const { sort, ...page } = search;
  return readPart(query, sortedBy(sort, SORTS, BY_ID), page);
}

function filter(query: SelectQueryBuilder<PaperDocument>, asked: DocumentSearchDto, today: Day): void {
  for (const column of ['kind', 'organisationId', 'prestationId'] as const)
    if (asked[column]) query.andWhere(`document.${column} = :${column}`, { [column]: asked[column] });
  if (asked.state) filterState(query, asked.state, today);
  if (asked.overdue) filterOverdue(query, today);
  if (!asked.search) return;
  const found = ['document.foldedWords', 'present.foldedName']
    .map((column) => `${column} LIKE :words ESCAPE '\\'`)
    .join(' OR ');
  query.andWhere(`(${found})`, { words: containing(asked.search) });
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

function filterOverdue(query: SelectQueryBuilder<PaperDocument>, today: Day): void {
  const credited = query
    .subQuery()
    .select('COALESCE(SUM(credit.grossCents), 0)')
    .from(PaperDocument, 'credit')
    .where(`credit.citesId = document.id AND credit.state = 'issued'`)
    .getQuery();
  query.andWhere(
    `document.state = 'issued' AND document.kind IN ('invoice', 'deposit') AND document.dueOn < :today
      AND document.grossCents > ${credited}`,
    { today },
  );
}
