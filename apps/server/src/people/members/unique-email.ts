import { Fault, type LabId, type MemberId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { Unit } from '../../platform/persistence/unit';
import { holdMembers } from './hold-members';
import type { LabsOfMembers } from './labs-of-members';
import { MemberContact } from './member.entity';

/** The labs whose members the caller may know; `any-email` if two members may share an address. */
export type KnownLabs = 'any-email' | 'everywhere' | readonly LabId[];

/**
 * Checks that no other member has this address: most often it is the same person, registered twice.
 * @param self the member who gets the address; null for a new one
 * @throws Fault MEMBER.DUPLICATE {name}; MEMBER.DUPLICATE_ELSEWHERE if the caller may not know who it is
 */
export async function assertEmailUnused(
  unit: Unit,
  labsOfMembers: LabsOfMembers,
  email: string | null | undefined,
  self: MemberId | null,
  known: KnownLabs,
): Promise<void> {
  const { manager } = unit;
  if (!email || known === 'any-email') return;
  await holdMembers(unit);
  const found = await manager.find(MemberContact, { where: { email }, order: { memberId: 'ASC' } });
  const others = found.filter(({ memberId }) => memberId !== self);
  if (others.length === 0) return;
  for (const { memberId, displayName } of others)
    if (await isKnown(manager, labsOfMembers, memberId, known))
      throw new Fault('MEMBER.DUPLICATE', { name: displayName });
  throw new Fault('MEMBER.DUPLICATE_ELSEWHERE');
}

async function isKnown(
  manager: EntityManager,
  labsOfMembers: LabsOfMembers,
  memberId: MemberId,
  known: 'everywhere' | readonly LabId[],
): Promise<boolean> {
  if (known === 'everywhere') return true;
  const labs = await labsOfMembers.of(manager, memberId);
  return labs?.some((labId) => known.includes(labId)) ?? false;
}
