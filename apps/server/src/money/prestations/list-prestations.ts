import { folded, type PrestationId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Organisation } from '../../people/organisations/organisation.entity';
import { readPart, type SortKeys, sortedBy } from '../../platform/persistence/keyset';
import { containing } from '../../platform/persistence/search';
import type { PrestationSearchDto } from './prestation.dto';
import { Prestation, PrestationLine } from './prestation.entities';

type Joined = Prestation & { client: Organisation | null };

const clientOf = (row: Prestation): string => (row as Joined).client?.name ?? '';

const SORTS: SortKeys<Prestation, 'reference' | 'client'> = {
  reference: { column: 'prestation.reference', of: ({ reference }) => reference },
  client: { column: 'client.foldedName', of: (row) => folded(clientOf(row)) },
};
const BY_ID = { column: 'prestation.id', of: ({ id }: Prestation) => id };

/** A part of the prestations, each with its client's name and the sum of its lines. */
export async function listPrestations(
  manager: EntityManager,
  { search, state, organisationId, sort, ...page }: PrestationSearchDto,
) {
  const query = manager
    .createQueryBuilder(Prestation, 'prestation')
    .leftJoinAndMapOne('prestation.client', Organisation, 'client', 'client.id = prestation.organisationId');
  if (state) query.andWhere('prestation.state = :state', { state });
  if (organisationId) query.andWhere('prestation.organisationId = :organisationId', { organisationId });
  if (search) {
    const found = ['prestation.foldedWords', 'client.foldedName']
      .map((column) => `${column} LIKE :words ESCAPE '\\'`)
      .join(' OR ');
    query.andWhere(`(${found})`, { words: containing(search) });
  }
  const { items, ...where } = await readPart(query, sortedBy(sort, SORTS, BY_ID), page);
  const sums = await sumsOf(
    manager,
    items.map(({ id }) => id),
  );
  return {
    items: items.map((row) => ({
      prestation: row,
      clientName: clientOf(row),
      netCents: sums.get(row.id) ?? 0,
    })),
    ...where,
  };
}

/** The sums of the lines, net of VAT; a prestation without lines has none. */
async function sumsOf(
  manager: EntityManager,
  ids: readonly PrestationId[],
): Promise<ReadonlyMap<PrestationId, number>> {
  if (ids.length === 0) return new Map();
  const rows = await manager
    .createQueryBuilder(PrestationLine, 'line')
    .select('line.prestationId', 'id')
    .addSelect('SUM(line.netCents)', 'cents')
    .where('line.prestationId IN (:...ids)', { ids })
    .groupBy('line.prestationId')
    .getRawMany<{ id: PrestationId; cents: string | number }>();
  // PostgreSQL gives sums as texts.
  return new Map(rows.map(({ id, cents }) => [id, Number(cents)]));
}
