import { SMALLEST_SHOWN } from '@pandafab/domain';
import type { EntityManager } from 'typeorm';
import type { Cell } from '../../money/exports/tables/cell';
import { Lab } from '../../network/labs/lab.entity';
import { readVisits } from './reads/read-visits';
import type { IndicatorScope } from './scope';

/** The columns have the names of the API: other programs read the file. */
export const OPEN_DATA_TITLES = ['month', 'lab', 'public', 'purpose', 'people'] as const;
const HIDDEN = '<5';

/**
 * Visits by month, lab, public and purpose, for everybody: no row is about fewer than five people. Counts from one to
 * four are written `<5`.
 */
export async function openData(manager: EntityManager, scope: IndicatorScope): Promise<Cell[][]> {
  const labs = new Map((await manager.find(Lab)).map(({ id, name }) => [id as string, name]));
  const rows = (await readVisits(manager, scope)).filter(({ people }) => people > 0);
  const keyed = rows.map((row) => ({ ...row, lab: labs.get(row.labId) ?? '' }));
  keyed.sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  return keyed.map(({ month, lab, public: who, purpose, people }) => [
    ...[month, lab, who, purpose],
    people < SMALLEST_SHOWN ? HIDDEN : { number: people },
  ]);
}

const keyOf = (row: { month: string; lab: string; public: string; purpose: string }): string =>
  [row.month, row.lab, row.public, row.purpose].join('\u0000');
