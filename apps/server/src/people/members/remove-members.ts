import type { MemberId } from '@pandafab/shared';
import { In } from 'typeorm';
import { erasePersonalDetails } from '../../platform/audit/erase-personal-details';
import { chunks } from '../../platform/persistence/chunks';
import type { Unit } from '../../platform/persistence/unit';
import { Member, MemberContact, ResidencyVerification } from './member.entity';

/**
 * Removes members and all rows that their registration wrote. The caller has checked that no other row refers to them.
 */
export async function removeMembers(unit: Unit, members: readonly MemberId[]): Promise<void> {
  const { manager } = unit;
  const all = [...chunks(members)];
  for (const ids of all) await manager.update(Member, { id: In(ids) }, { guardianId: null });
  for (const ids of all) {
    await erasePersonalDetails(unit, ids);
    await manager.delete(ResidencyVerification, { memberId: In(ids) });
    await manager.delete(MemberContact, { memberId: In(ids) });
    await manager.delete(Member, { id: In(ids) });
  }
}
