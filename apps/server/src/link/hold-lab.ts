import type { Clock, RunId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { type AuditNote, auditAll } from '../audit/audit';
import { type Agent, type HeldBecause, Lab } from '../labs/lab.entity';
import { Machine } from '../labs/machine.entity';
import { touch } from '../persistence/unit-of-work';
import { interruptRuns } from './interrupt-runs';

/**
 * The server's database or the agent's journal was put back: what lies on the beds, and what was printed, nobody here
 * knows. Runs are interrupted, beds count as occupied, and the lab's queue is held until a person has looked.
 * @param unknown runs of the agent that this database does not know
 */
export async function holdLab(
  manager: EntityManager,
  clock: Clock,
  { id, labId }: Pick<Agent, 'id' | 'labId'>,
  because: HeldBecause,
  unknown: readonly RunId[] = [],
): Promise<void> {
  await interruptRuns(manager, clock, labId, because);
  await manager.update(Machine, { labId, bed: 'clear' }, { bed: 'occupied', bedRunId: null });
  await manager.update(Lab, { id: labId }, { heldSince: clock.now(), heldBecause: because });
  touch(manager, labId);
  const held = { action: 'lab.held', subject: ['lab', labId], labId, after: { because } } as const;
  const runs = unknown.map((runId): AuditNote => ({ action: 'run.unknown', subject: ['run', runId], labId }));
  await auditAll(manager, clock, [held, ...runs], { kind: 'agent', id });
}
