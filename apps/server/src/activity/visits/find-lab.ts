import { countedAt, LATE_DAYS } from '@pandafab/domain';
import { Fault, type LabId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import type { Unit } from '../../platform/persistence/unit';

/** @throws Fault LAB.UNKNOWN */
export async function findLab(manager: EntityManager, id: LabId): Promise<Lab> {
  const lab = await manager.findOneBy(Lab, { id });
  if (!lab) throw new Fault('LAB.UNKNOWN');
  return lab;
}

/**
 * The same, and no other unit of work changes the hours of the lab until this one ends. On SQLite units of work wait
 * for one another anyway.
 * @throws Fault LAB.UNKNOWN
 */
export async function lockLab({ manager }: Unit, id: LabId): Promise<Lab> {
  if (manager.connection.options.type === 'postgres')
    await manager.findOne(Lab, { where: { id }, lock: { mode: 'for_no_key_update' } });
  return findLab(manager, id);
}

/** When something happened that is counted now. @throws Fault VISIT.FUTURE, VISIT.TOO_OLD {days} */
export function demandCountedAt(at: number | undefined, now: number): number {
  const counted = countedAt(at, now);
  if (counted === 'future') throw new Fault('VISIT.FUTURE');
  if (counted === 'too-old') throw new Fault('VISIT.TOO_OLD', { days: LATE_DAYS });
  return counted;
}
