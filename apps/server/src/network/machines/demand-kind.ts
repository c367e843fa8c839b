import { Fault } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { MachineKind } from './machine-kind.entity';

/** @throws Fault MACHINE.UNKNOWN_KIND {kind, known} */
export async function demandKind(manager: EntityManager, code: string): Promise<MachineKind> {
  const kinds = await manager.find(MachineKind, { order: { code: 'ASC' } });
  const kind = kinds.find((each) => each.code === code);
  if (!kind) throw new Fault('MACHINE.UNKNOWN_KIND', { kind: code, known: kinds.map((each) => each.code) });
  return kind;
}
