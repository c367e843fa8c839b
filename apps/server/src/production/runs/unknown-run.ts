import type { LabId } from '@pandafab/shared';
import { requestMatching } from '../../network/labs/request-matching';
import { occupyBed } from '../../network/machines/machine-bed';
import { recordMachineEvent } from '../../network/machines/machine-events';
import { audit } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import { type EventOfRun, mayHaveMoved } from './event-of-run';

/**
 * An event of a run that is not in this database: the run was made after the backup. There is no job to book it on, so
 * the event is kept in the audit trail, and the machine's bed is marked as occupied.
 */
export async function noteUnknownRun(unit: Unit, labId: LabId, event: EventOfRun): Promise<void> {
  const { type, ...said } = event;
  const note = { action: 'run.unknown', subject: ['run', event.runId], labId } as const;
  await audit(unit, { ...note, after: { event: type, ...said } });
  if (event.type !== 'run.ended' || !event.machineId || !mayHaveMoved(event)) return;
  const { machineId } = event;
  if (!(await occupyBed(unit, { id: machineId, labId }, null))) return;
  await recordMachineEvent(unit, { machineId, type: 'unknown-run' });
  await requestMatching(unit, labId);
}
