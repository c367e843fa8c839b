import { isAllowedIn } from '@pandafab/domain';
import { Fault, type MemberId } from '@pandafab/shared';
import { GroupPerson } from '../../people/groups/group.entities';
import { isMinor } from '../../people/members/guardians';
import { demandKnown } from '../../people/members/known';
import type { LabsOfMembers } from '../../people/members/labs-of-members';
import { Member } from '../../people/members/member.entity';
import { type CurrentAccountInfo, demandIn } from '../../platform/http/access';
import type { Unit } from '../../platform/persistence/unit';
import type { Session } from '../sessions/session.entities';

/** Who registers whom, and on what grounds. */
export interface Applicant {
  readonly account: CurrentAccountInfo;
  readonly memberId: MemberId;
  /** That the guardian of a minor agrees: as the guardian says, or as staff note. */
  readonly consent: boolean;
}

/** A person who may be registered. */
export interface Admitted {
  readonly member: Member;
  /** The guardian of a minor, who agreed; null for adults. */
  readonly consentBy: MemberId | null;
  /** True when staff of the lab act: capacity and audience are their decision. */
  readonly byStaff: boolean;
}

const OPEN_TO_ALL: readonly string[] = ['everyone', 'members'];

/** True for the person themselves, and for the guardian of a minor. */
export const isOwn = (
  { memberId }: Pick<CurrentAccountInfo, 'memberId'>,
  member: Pick<Member, 'id' | 'guardianId' | 'minorUntil'>,
  now: number,
): boolean => member.id === memberId || (member.guardianId === memberId && isMinor(member, now));

/**
 * @param known false where the person is here, such as with their card: staff need not know them already
 * @throws Fault MEMBER.UNKNOWN, MEMBER.NOT_KNOWN, AUTH.FORBIDDEN, AUTH.OTHER_LAB, REGISTRATION.GUARDIAN_NEEDED,
 * REGISTRATION.CONSENT_MISSING
 */
export async function admit(
  unit: Unit,
  labsOfMembers: LabsOfMembers,
  labId: Session['labId'],
  { account, memberId, consent }: Applicant,
  known = true,
): Promise<Admitted> {
  const { manager, now } = unit;
  const member = await manager.findOneBy(Member, { id: memberId });
  const byStaff = isAllowedIn(account, 'session.manage', labId);
  if (!member || !isOwn(account, member, now)) {
    demandIn(account, 'session.manage', labId);
    if (!member) throw new Fault('MEMBER.UNKNOWN');
    if (known) await demandKnown(labsOfMembers, manager, account, memberId);
  }
  if (!isMinor(member, now)) return { member, consentBy: null, byStaff };
  // A minor cannot agree in place of the guardian.
  if (member.id === account.memberId) throw new Fault('REGISTRATION.GUARDIAN_NEEDED');
  if (!consent || member.guardianId === null) throw new Fault('REGISTRATION.CONSENT_MISSING');
  return { member, consentBy: member.guardianId, byStaff };
}

/**
 * Whether people may register themselves, or a minor, for this session now.
 * @throws Fault REGISTRATION.STAFF_ONLY, REGISTRATION.NOT_IN_GROUP, REGISTRATION.BEGUN
 */
export async function demandOpen(
  { manager, now }: Unit,
  { kind, audience, groupId, fromAt }: Session,
  { member }: Admitted,
): Promise<void> {
  if (fromAt <= now) throw new Fault('REGISTRATION.BEGUN');
  if (kind === 'appointment') throw new Fault('REGISTRATION.STAFF_ONLY');
  if (OPEN_TO_ALL.includes(audience)) return;
  if (audience !== 'group' || groupId === null) throw new Fault('REGISTRATION.STAFF_ONLY');
  if (!(await manager.existsBy(GroupPerson, { groupId, memberId: member.id })))
    throw new Fault('REGISTRATION.NOT_IN_GROUP');
}
