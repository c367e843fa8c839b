import { Fault, type LabId, type MemberId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { holdMembers } from './hold-members';
import { labsOfMember } from './labs-of-member';
import { MemberContact } from './member.entity';

/** Whose members somebody may be told of; `any-email` where an address may be another’s too. */
export type KnownLabs = 'any-email' | 'everywhere' | readonly LabId[];

/**
 * Looks whether an address is another member's already: most often that is the same person, registered twice.
 * @param self the member whose address it is to be; null for a new one
 * @throws Fault MEMBER.TWICE {name}; MEMBER.TWICE_ELSEWHERE where the asker may not know who it is
 */
export async function demandOnce(
  manager: EntityManager,
  email: string | null | undefined,
  self: MemberId | null,
  known: KnownLabs,
): Promise<void> {
  if (!email || known === 'any-email') return;
  await holdMembers(manager);
  const found = await manager.find(MemberContact, { where: { email }, order: { memberId: 'ASC' } });
  const others = found.filter(({ memberId }) => memberId !== self);
  if (others.length === 0) return;
  for (const { memberId, displayName } of others)
    if (await isKnown(manager, memberId, known)) throw new Fault('MEMBER.TWICE', { name: displayName });
  throw new Fault('MEMBER.TWICE_ELSEWHERE');
}

async function isKnown(
  manager: EntityManager,
  memberId: MemberId,
  known: 'everywhere' | readonly LabId[],
): Promise<boolean> {
  if (known === 'everywhere') return true;
  const labs = await labsOfMember(manager, memberId);
  return labs?.some((labId) => known.includes(labId)) ?? false;
}
