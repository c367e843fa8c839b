import type { LabId } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import { type HeldBecause, Lab } from './lab.entity';

/** Puts a lab on hold: its machines get no jobs until a person confirms having checked them. */
export async function writeHold(unit: Unit, labId: LabId, because: HeldBecause): Promise<void> {
  await unit.manager.update(Lab, { id: labId }, { heldSince: unit.now, heldBecause: because });
  unit.touch(labId);
}
