import { toIsoOrNull } from '../../platform/http/fields';
import { toMemberView } from '../members/member-view';
import type { StaffMemberView } from './staff-member.dto';
import type { StaffMemberRecord } from './staff-members.service';

/** @param now the time at which a proof of residence must be valid */
export function toStaffMemberView(record: StaffMemberRecord, now: number): StaffMemberView {
  const { account, contact } = record;
  const access = account && {
    id: account.id,
    email: account.email,
    roles: [...account.roles],
    disabled: account.disabledAt !== null,
  };
  return {
    ...toMemberView(record, now),
    emailBouncedAt: toIsoOrNull(contact.emailBouncedAt),
    account: access,
  };
}
