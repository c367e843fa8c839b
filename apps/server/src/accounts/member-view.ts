import { toIso, toIsoOrNull } from '../api/fields';
import type { Member } from './member.entity';
import type { MemberView, StaffMemberView } from './members.dto';
import type { MemberWithAccount } from './members.service';

export const toMemberView = (member: Member): MemberView => ({
  id: member.id,
  displayName: member.displayName,
  // Checked when it was written.
  category: member.category as MemberView['category'],
  residencyValidUntil: toIsoOrNull(member.residencyValidUntil),
  homeLabId: member.homeLabId,
  createdAt: toIso(member.createdAt),
});

export function toStaffMemberView({ account, ...member }: MemberWithAccount): StaffMemberView {
  const view = account && {
    id: account.id,
    email: account.email,
    roles: account.roles,
    disabled: account.disabledAt !== null,
  };
  return { ...toMemberView(member), account: view };
}
