import { type ExpectedRun, MOST_RUNS_NAMED } from '@pandafab/lab-link';
import type { LabId, RunId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import type { KnownRuns } from '../../network/agents/went-back';
import { assignmentsOnTheirWay } from '../../network/link/link-outbox';
import { AuditEntry } from '../../platform/audit/audit.entities';
import { Run } from '../jobs/run.entity';

/** Compares the runs that an agent lists with the database. @param named undefined from an agent that sends no list */
export async function compareRuns(
  manager: EntityManager,
  labId: LabId,
  named: readonly RunId[] | undefined,
): Promise<KnownRuns> {
  if (!named) return { unknown: [], lost: [] };
  const ids = In([...named]);
  const known = new Set<string | null>((await manager.findBy(Run, { id: ids, labId })).map(({ id }) => id));
  // A run that is already recorded as unknown does not put the lab on hold again.
  const noted = { action: 'run.unknown', subjectKind: 'run', subjectId: ids };
  for (const { subjectId } of await manager.findBy(AuditEntry, noted)) known.add(subjectId);
  return {
    unknown: named.filter((id) => !known.has(id)),
    // A truncated list says nothing about the runs that are not in it.
    lost: named.length < MOST_RUNS_NAMED ? await lostRuns(manager, labId, new Set(named)) : [],
  };
}

/** Runs whose assignment the agent acknowledged, but which are not in the agent's journal. */
async function lostRuns(manager: EntityManager, labId: LabId, named: ReadonlySet<RunId>): Promise<RunId[]> {
  const active = await manager.findBy(Run, { labId, active: true });
  const missing = active.map(({ id }) => id).filter((id) => !named.has(id));
  if (missing.length === 0) return [];
  const onTheirWay = await assignmentsOnTheirWay(manager, labId);
  return missing.filter((id) => !onTheirWay.has(id));
}

/** The pending and active runs of a lab, and whether each has begun. */
export async function expectedRuns(manager: EntityManager, labId: LabId): Promise<ExpectedRun[]> {
  const active = await manager.findBy(Run, { labId, active: true });
  return active.map(({ id, startedAt }) => ({ runId: id, begun: startedAt !== null }));
}
