import type { LabId, MachineId } from '@pandafab/shared';
import { type EntityManager, In, IsNull } from 'typeorm';
import { LinkMessage } from './link-message.entity';

/** Emergency stops that no agent has receipted yet, the oldest of each machine. */
export async function stopsOnTheirWay(
  manager: EntityManager,
  labIds: readonly LabId[],
): Promise<Map<MachineId, LinkMessage>> {
  const where = { labId: In([...labIds]), kind: 'command', acknowledgedAt: IsNull() } as const;
  const waiting = await manager.find(LinkMessage, { where, order: { createdAt: 'DESC' } });
  const stops = waiting.filter(({ body }) => body.action === 'emergency-stop');
  return new Map(stops.map((stop) => [stop.body.machineId as MachineId, stop]));
}
