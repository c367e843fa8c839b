import { toIso, toIsoOrNull } from '../../platform/http/fields';
import type { ResidencyVerification } from './member.entity';
import type { MemberRecord } from './member-records';
import type { MemberView } from './members.dto';
import { proofState } from './residency';

const residencyView = ({ validUntil, verifiedAt, verifiedBy }: ResidencyVerification, now: number) =>
  ({
    validUntil: toIso(validUntil),
    verifiedAt: toIso(verifiedAt),
    verifiedBy,
    state: proofState(validUntil, now),
  }) as const;

/** @param now the time at which a proof of residence must be valid */
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
