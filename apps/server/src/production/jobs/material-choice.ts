import type { JobState, MaterialChoice } from '@pandafab/domain';
import type { JobId, LabId } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import type { SubmitFields } from './jobs.dto';
import { recordStep } from './transitions';

/** The requested material, and the file's own if the request replaces it. */
export const materialChoiceOf = ({
  material,
  insteadOf,
}: Pick<SubmitFields, 'material' | 'insteadOf'>): MaterialChoice => ({
  material: material ?? null,
  insteadOf: material === undefined ? null : (insteadOf ?? null),
});

/** Writes into the job's history who chose which material, and when. */
export async function recordMaterial(
  unit: Unit,
  { jobId, labId, state }: { jobId: JobId; labId: LabId; state: JobState },
  { material, insteadOf }: MaterialChoice,
): Promise<void> {
  const code = insteadOf === null ? 'JOB.MATERIAL_CHOSEN' : 'JOB.OTHER_MATERIAL_CHOSEN';
  const cause = material === null ? null : { code, details: { material, ...(insteadOf && { insteadOf }) } };
  const step = { from: state, to: state, event: 'material chosen', cause };
  await recordStep(unit, { jobId, runId: null, labId }, step);
}
