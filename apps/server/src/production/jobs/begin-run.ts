import { NO_FIGURES } from '@pandafab/lab-link';
import { newId, type RunId } from '@pandafab/shared';
import { takeReadiness } from '../../network/machines/machine-readiness';
import type { Unit } from '../../platform/persistence/unit';
import { Run } from './run.entity';
import { recordStep } from './transitions';

/** The initial figures of a run: it is certain that nothing was sent yet. */
const UNSENT = { state: 'assigned', active: true, ...NO_FIGURES, exact: true } as const;

type Assigned = Pick<
  Run,
  'jobId' | 'labId' | 'machineId' | 'spools' | 'assignedAt' | 'expectedSeconds' | 'plastic'
>;

/** Writes a run of a job on a machine, with its first step in the history. */
export async function beginRun(unit: Unit, assigned: Assigned): Promise<RunId> {
  const runId = newId<RunId>();
  await unit.manager.insert(Run, { id: runId, ...assigned, ...UNSENT });
  const { jobId, labId, machineId } = assigned;
  await takeReadiness(unit, machineId);
  await recordStep(unit, { jobId, runId, labId }, { from: null, to: 'assigned', event: 'assigned' });
  return runId;
}
