import { toIso, toIsoOrNull } from '../api/fields';
import type { ResidencyVerification } from './member.entity';
import type { MemberView, StaffMemberView } from './members.dto';
import type { MemberRecord } from './members.service';
import { proofState } from './residency';

const residencyView = ({ validUntil, verifiedAt, verifiedBy }: ResidencyVerification, now: number) =>
  ({
    validUntil: toIso(validUntil),
    verifiedAt: toIso(verifiedAt),
    verifiedBy,
    state: proofState(validUntil, now),
  }) as const;

/** @param now decides whether a residence still holds */
export const toMemberView = ({ member, contact, residency }: MemberRecord, now: number): MemberView => ({
  id: member.id,
  displayName: contact.displayName,
  email: contact.email,
  phone: contact.phone,
  category: member.category,
  residency: residency && residencyView(residency, now),
  homeLabId: member.homeLabId,
  guardianId: member.guardianId,
  minorUntil: toIsoOrNull(member.minorUntil),
  createdAt: toIso(member.createdAt),
});

export function toStaffMemberView(record: MemberRecord, now: number): StaffMemberView {
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
