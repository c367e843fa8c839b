import { folded } from '@pandafab/shared';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Organisation } from '../../people/organisations/organisation.entity';
import { type Part, readPart, type SortKeys, sortedBy } from '../../platform/persistence/keyset';
import { containing } from '../../platform/persistence/search';
import type { Day } from '../kit/paris';
import type { PrestationSearchDto } from './prestation.dto';
import { Prestation } from './prestation.entities';

/** A prestation with its client; `client` is null only if the row was removed by hand. */
type WithClient = Prestation & { client: Organisation | null };

export const clientNameOf = (row: Prestation): string => (row as WithClient).client?.name ?? '';

type SortName = 'reference' | 'client' | 'urgency' | 'endsOn' | 'netCents';

/** Greater than every day: prestations without a planned end are last, on both databases. */
const WITHOUT_DAY = '9999';

const SORTS: SortKeys<Prestation, SortName> = {
  reference: { column: 'prestation.reference', of: ({ reference }) => reference },
  client: { column: 'client.foldedName', of: (row) => folded(clientNameOf(row)) },
  urgency: { column: 'prestation.urgency', of: ({ urgency }) => urgency },
  endsOn: {
    column: `COALESCE(prestation.endsOn, '${WITHOUT_DAY}')`,
    of: ({ endsOn }) => endsOn ?? WITHOUT_DAY,
  },
  netCents: { column: 'prestation.netCents', of: ({ netCents }) => netCents, isNumber: true },
};
const BY_ID = { column: 'prestation.id', of: ({ id }: Prestation) => id };

export type Filters = Pick<
  PrestationSearchDto,
  'search' | 'organisationId' | 'responsibleId' | 'labId' | 'late'
>;

/** The prestations that a list or a board shows. @param today in Europe/Paris: decides which are late */
export function filteredPrestations(
  manager: EntityManager,
  { search, organisationId, responsibleId, labId, late }: Filters,
  today: Day,
): SelectQueryBuilder<Prestation> {
  const query = manager
    .createQueryBuilder(Prestation, 'prestation')
    .leftJoinAndMapOne('prestation.client', Organisation, 'client', 'client.id = prestation.organisationId');
  if (organisationId) query.andWhere('prestation.organisationId = :organisationId', { organisationId });
  if (responsibleId) query.andWhere('prestation.responsibleId = :responsibleId', { responsibleId });
  if (labId) query.andWhere('prestation.labId = :labId', { labId });
  if (late !== undefined) query.andWhere(`prestation.urgency ${late ? '<' : '>='} :today`, { today });
  if (search) {
    const found = ['prestation.foldedWords', 'client.foldedName']
      .map((column) => `${column} LIKE :words ESCAPE '\\'`)
      .join(' OR ');
    query.andWhere(`(${found})`, { words: containing(search) });
  }
  return query;
}

/** A part of the prestations, each with its client. */
export function listPrestations(
  manager: EntityManager,
  { state, sort, limit, offset, after, ...filters }: PrestationSearchDto,
  today: Day,
): Promise<Part<Prestation>> {
  const query = filteredPrestations(manager, filters, today);
  if (state) query.andWhere('prestation.state = :state', { state });
  return readPart(query, sortedBy(sort, SORTS, BY_ID), { limit, offset, after });
}
