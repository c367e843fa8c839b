import { isAllowedIn, labsAllowed } from '@pandafab/domain';
import { Fault, type LabId, type MemberId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { CurrentAccountInfo } from '../../platform/http/access';
import type { LabsOfMembers } from './labs-of-members';

/** The members that an account may name; the scopes of a token make no difference. */
function knows({ roles }: CurrentAccountInfo, labs: readonly LabId[]): boolean {
  const rights = { roles, scopes: null };
  // Also before the first lab exists.
  if (labsAllowed(rights, 'member.read-any') === 'everywhere') return true;
  return labs.some((labId) => isAllowedIn(rights, 'member.read-any', labId));
}

/**
 * Without this check, an account that names an unknown member would make that member known to its lab, and could read
 * their data.
 * @throws Fault MEMBER.UNKNOWN, MEMBER.NOT_KNOWN
 */
export async function demandKnown(
  labsOfMembers: LabsOfMembers,
  manager: EntityManager,
  account: CurrentAccountInfo,
  memberId: MemberId,
): Promise<void> {
  if (memberId === account.memberId) return;
  const labs = await labsOfMembers.of(manager, memberId);
  if (!labs) throw new Fault('MEMBER.UNKNOWN');
  if (!knows(account, labs)) throw new Fault('MEMBER.NOT_KNOWN');
}
