import { isAllowedIn, labsAllowed } from '@pandafab/domain';
import { Fault, type LabId, type MemberId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { CurrentAccountInfo } from '../accounts/access';
import { labsOfMember } from './labs-of-member';

/** Whoever names a member, that is whom they know; what a token was made for makes no difference to that. */
function knows({ roles }: CurrentAccountInfo, labs: readonly LabId[]): boolean {
  const rights = { roles, scopes: null };
  // Also before the first lab is there.
  if (labsAllowed(rights, 'member.read-any') === 'everywhere') return true;
  return labs.some((labId) => isAllowedIn(rights, 'member.read-any', labId));
}

/**
 * Else whoever names a stranger would make that member known to their lab, and read of them.
 * @throws Fault MEMBER.UNKNOWN, MEMBER.NOT_KNOWN
 */
export async function demandKnown(
  manager: EntityManager,
  account: CurrentAccountInfo,
  memberId: MemberId,
): Promise<void> {
  if (memberId === account.memberId) return;
  const labs = await labsOfMember(manager, memberId);
  if (!labs) throw new Fault('MEMBER.UNKNOWN');
  if (!knows(account, labs)) throw new Fault('MEMBER.NOT_KNOWN');
}
