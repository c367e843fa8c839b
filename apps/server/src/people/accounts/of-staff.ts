import type { RoleGrant } from '@pandafab/domain';
import type { Instant, MemberId } from '@pandafab/shared';
import { type EntityManager, IsNull, MoreThan, Not } from 'typeorm';
import { Account, AccountRole } from './account.entity';
import { AccountCode } from './account-code.entity';

interface InvitationData {
  readonly roles: readonly RoleGrant[];
}

/** True if a member belongs to the staff, by an account (also a disabled one) or by an open invitation. */
export async function isOfStaff(manager: EntityManager, memberId: MemberId, now: Instant): Promise<boolean> {
  const account = await manager.findOneBy(Account, { memberId });
  if (account) return manager.existsBy(AccountRole, { accountId: account.id, role: Not('maker') });
  const open = { purpose: 'invitation', memberId, usedAt: IsNull(), expiresAt: MoreThan(now) } as const;
  const invitations = await manager.findBy(AccountCode, open);
  return invitations.some(({ data }) => (data as InvitationData).roles.some(({ role }) => role !== 'maker'));
}
