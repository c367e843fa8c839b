import type { LabId, MachineId } from '@pandafab/shared';
import { type EntityManager, In, IsNull } from 'typeorm';
import type { Unit } from '../../platform/persistence/unit';
import { LinkMessage } from './link-message.entity';

/** Emergency stops that no agent has receipted yet: the oldest of each machine. */
export async function stopsOnTheirWay(
  manager: EntityManager,
  labIds: readonly LabId[],
): Promise<Map<MachineId, LinkMessage>> {
  const where = { labId: In([...labIds]), kind: 'command', acknowledgedAt: IsNull() } as const;
  const waiting = await manager.find(LinkMessage, { where, order: { createdAt: 'DESC' } });
  const stops = waiting.filter(({ body }) => body.action === 'emergency-stop');
  return new Map(stops.map((stop) => [stop.body.machineId as MachineId, stop]));
}

/** Withdraws a stop that no agent has receipted. */
export async function withdrawStop({ manager }: Unit, id: LinkMessage['id']): Promise<void> {
  await manager.delete(LinkMessage, { id });
}

/** Records that a stop is overdue. @returns false where it has arrived, or another process has recorded it */
export async function markStopOverdue({ manager, now }: Unit, id: LinkMessage['id']): Promise<boolean> {
  const unnoted = { id, acknowledgedAt: IsNull(), overdueAt: IsNull() };
  const { affected } = await manager.update(LinkMessage, unnoted, { overdueAt: now });
  return affected === 1;
}
