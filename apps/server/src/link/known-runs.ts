import { MOST_RUNS_NAMED } from '@pandafab/lab-link';
import type { LabId, RunId } from '@pandafab/shared';
import { type EntityManager, In, IsNull } from 'typeorm';
import { AuditEntry } from '../audit/audit.entities';
import { Run } from '../jobs/run.entity';
import { LinkMessage } from './link-message.entity';
import type { KnownRuns } from './went-back';

/** Holds the runs that an agent names against the database's. @param named undefined from an agent that names none */
export async function compareRuns(
  manager: EntityManager,
  labId: LabId,
  named: readonly RunId[] | undefined,
): Promise<KnownRuns> {
  if (!named) return { unknown: [], lost: [] };
  const ids = In([...named]);
  const known = new Set<string | null>((await manager.findBy(Run, { id: ids, labId })).map(({ id }) => id));
  // What is on record as unknown holds no lab a second time.
  const noted = { action: 'run.unknown', subjectKind: 'run', subjectId: ids };
  for (const { subjectId } of await manager.findBy(AuditEntry, noted)) known.add(subjectId);
  return {
    unknown: named.filter((id) => !known.has(id)),
    // A list that is cut says nothing of those which it leaves out.
    lost: named.length < MOST_RUNS_NAMED ? await lostRuns(manager, labId, new Set(named)) : [],
  };
}

/** Runs whose assignment was receipted, and which the agent's journal does not have. */
async function lostRuns(manager: EntityManager, labId: LabId, named: ReadonlySet<RunId>): Promise<RunId[]> {
  const active = await manager.findBy(Run, { labId, active: true });
  const missing = active.map(({ id }) => id).filter((id) => !named.has(id));
  if (missing.length === 0) return [];
  const unreceipted = await manager.findBy(LinkMessage, {
    labId,
    kind: 'assignment',
    acknowledgedAt: IsNull(),
  });
  const onTheirWay = new Set(unreceipted.map(({ body }) => body.runId));
  return missing.filter((id) => !onTheirWay.has(id));
}
