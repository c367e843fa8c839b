import type { LabId } from '@pandafab/shared';
import { Lab } from '../../network/labs/lab.entity';
import type { ReadDatabase } from '../../platform/persistence/read-database';

/** Labs in the order in which all units of work lock them, so that two units never deadlock. */
export async function labsWithQueue(database: ReadDatabase): Promise<{ labId: LabId; revision: number }[]> {
  const labs = await database
    .of(Lab)
    .createQueryBuilder('lab')
    .select('lab.id', 'labId')
    .addSelect('lab.matchRevision', 'revision')
    .where(`EXISTS (SELECT 1 FROM jobs j WHERE j."labId" = lab.id AND j.state = 'queued')`)
    .getRawMany<{ labId: LabId; revision: number | string }>();
  return labs
    .map(({ labId, revision }) => ({ labId, revision: Number(revision) }))
    .sort((a, b) => (a.labId < b.labId ? -1 : 1));
}
