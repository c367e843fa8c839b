import type { LabId, MachineId } from '@pandafab/shared';
import type { Foundations } from '../../city/foundations';

export interface BenchLab {
  readonly id: LabId;
  readonly agentId: string;
  readonly secret: string;
  readonly machines: MachineId[];
}

const BED = { widthMm: 200, depthMm: 200, heightMm: 200 };

export async function openLab(foundations: Foundations, name: string): Promise<BenchLab> {
  const { id } = await foundations.make<{ id: LabId }>('/labs', { name });
  const { agentId, secret } = await foundations.make<{ agentId: string; secret: string }>(
    `/labs/${id}/agent`,
    {},
  );
  return { id, agentId, secret, machines: [] };
}

export async function addMachine(
  foundations: Foundations,
  lab: BenchLab,
  address = '/dev/null',
): Promise<MachineId> {
  const name = `Machine ${lab.machines.length + 1}`;
  const machine = { name, profileId: 'marlin-2', address, baudRate: 115_200, ...BED };
  const { id } = await foundations.make<{ id: MachineId }>(`/labs/${lab.id}/machines`, machine);
  lab.machines.push(id);
  return id;
}
