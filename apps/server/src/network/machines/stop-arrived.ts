import type { Unit } from '../../platform/persistence/unit';
import { requestMatching } from '../labs/request-matching';
import type { LinkMessage } from '../link/link-message.entity';
import { recordMachineEvent } from './machine-events';

/**
 * An agent has receipted a message. If it is an emergency stop, the stop has arrived: if it was overdue, that is
 * recorded for the machine, and the machine may get jobs again.
 */
export async function noteStopArrived(unit: Unit, { labId, body, overdueAt }: LinkMessage): Promise<void> {
  if (body.action !== 'emergency-stop') return;
  const { machineId } = body;
  if (overdueAt !== null) await recordMachineEvent(unit, { machineId, type: 'emergency-stop-delivered' });
  await requestMatching(unit, labId);
}
