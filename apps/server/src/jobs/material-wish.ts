import type { JobState, MaterialWish } from '@pandafab/domain';
import type { Clock, JobId, LabId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { SubmitFields } from './jobs.dto';
import { type Actor, record } from './transitions';

/** What is asked for: instead of the file's own only where something is. */
export const wishOf = ({
  material,
  insteadOf,
}: Pick<SubmitFields, 'material' | 'insteadOf'>): MaterialWish => ({
  material: material ?? null,
  insteadOf: material === undefined ? null : (insteadOf ?? null),
});

/** Writes into the job's history who chose which material, and when. */
export async function recordMaterial(
  manager: EntityManager,
  clock: Clock,
  { jobId, labId, state }: { jobId: JobId; labId: LabId; state: JobState },
  { material, insteadOf }: MaterialWish,
  actor: Actor,
): Promise<void> {
  const code = insteadOf === null ? 'JOB.MATERIAL_CHOSEN' : 'JOB.OTHER_MATERIAL_CHOSEN';
  const cause = material === null ? null : { code, details: { material, ...(insteadOf && { insteadOf }) } };
  const step = { from: state, to: state, event: 'material chosen', cause };
  await record(manager, clock, { jobId, runId: null, labId }, step, actor);
}
