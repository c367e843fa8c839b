import { type ConventionId, Fault } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { Unit } from '../../platform/persistence/unit';
import { Convention } from './convention.entities';

/** @throws Fault CONVENTION.UNKNOWN */
export async function demandConvention(manager: EntityManager, id: ConventionId): Promise<Convention> {
  const convention = await manager.findOneBy(Convention, { id });
  if (!convention) throw new Fault('CONVENTION.UNKNOWN');
  return convention;
}

/**
 * Raises the version of a convention that the author of a change saw, and locks it until the unit of work ends.
 * @throws Fault CONVENTION.UNKNOWN, CONVENTION.CHANGED when another change came first
 */
export async function takeConvention(unit: Unit, id: ConventionId, version: number): Promise<Convention> {
  const { manager } = unit;
  const convention = await demandConvention(manager, id);
  const { affected } = await manager.update(Convention, { id, version }, { version: version + 1 });
  if (affected !== 1) throw new Fault('CONVENTION.CHANGED');
  return { ...convention, version: version + 1 };
}

/** Locks a convention until the unit of work ends, without a change. @throws Fault CONVENTION.UNKNOWN */
export async function lockConvention({ manager }: Unit, id: ConventionId): Promise<Convention> {
  // A write of nothing locks the row on PostgreSQL.
  await manager.update(Convention, { id }, { version: () => 'version' });
  return demandConvention(manager, id);
}
