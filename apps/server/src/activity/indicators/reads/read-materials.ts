import type { UsageRecordId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { UsageRecord, type UsedMaterial } from '../../../money/pricing/usage-record.entity';
import { type IndicatorScope, once } from '../scope';
import { inInstants, ofLab } from './conditions';

/** What prints of one tariff group used of a material. */
export interface CountedMaterial {
  readonly category: string;
  readonly material: string;
  milligrams: number;
}

interface Raw {
  readonly id: UsageRecordId;
  readonly category: string;
  readonly materials: string;
}

/** Rows that are in memory at once. */
const BATCH = 5_000;

/** The material of the period, by tariff group. The records are read in batches, by their ids. */
export const readMaterials = (manager: EntityManager, scope: IndicatorScope): Promise<CountedMaterial[]> =>
  once(scope, 'materials', async () => {
    const found = new Map<string, CountedMaterial>();
    for (let after = ''; ; ) {
      const rows = await recordsAfter(manager, scope, after);
      for (const row of rows) count(found, row);
      const last = rows.at(-1);
      if (!last || rows.length < BATCH) return [...found.values()];
      after = last.id;
    }
  });

function recordsAfter(manager: EntityManager, scope: IndicatorScope, after: string): Promise<Raw[]> {
  const query = manager
    .createQueryBuilder(UsageRecord, 'record')
    .select('record.id', 'id')
    .addSelect('record.category', 'category')
    .addSelect('record.materials', 'materials')
    .where('record.id > :after', { after });
  return ofLab(inInstants(query, 'record.at', scope), 'record.labId', scope)
    .orderBy('record.id')
    .limit(BATCH)
    .getRawMany<Raw>();
}

function count(found: Map<string, CountedMaterial>, { category, materials }: Raw): void {
  for (const { material, milligrams } of JSON.parse(materials) as UsedMaterial[]) {
    const key = `${category}\u0000${material}`;
    const sum = found.get(key) ?? { category, material, milligrams: 0 };
    found.set(key, sum);
    sum.milligrams += milligrams;
  }
}
