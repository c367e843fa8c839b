import type { LabId, RunId } from '@pandafab/shared';
import { type AuditNote, auditAll } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import type { HeldBecause } from '../labs/lab.entity';
import { writeHold } from '../labs/write-hold';
import { occupyClearBeds } from '../machines/machine-bed';
import type { LabRuns } from './lab-runs';

/**
 * The server's database or the agent's journal was restored to an earlier state, so the server does not know what
 * lies on the beds and what was printed. Runs are interrupted, beds count as occupied, and the lab's queue is on hold
 * until a person has checked the machines.
 * @param unknown runs of the agent that this database does not know
 */
export async function holdLab(
  unit: Unit,
  labRuns: LabRuns,
  labId: LabId,
  because: HeldBecause,
  unknown: readonly RunId[] = [],
): Promise<void> {
  await labRuns.interrupt(unit, labId, because);
  await occupyClearBeds(unit, labId);
  await writeHold(unit, labId, because);
  const held = { action: 'lab.held', subject: ['lab', labId], labId, after: { because } } as const;
  const runs = unknown.map((runId): AuditNote => ({ action: 'run.unknown', subject: ['run', runId], labId }));
  await auditAll(unit, [held, ...runs]);
}
