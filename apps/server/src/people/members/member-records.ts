import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { Member, MemberContact, type ResidencyVerification } from './member.entity';
import { residenciesOf } from './residency';

/** A member with the contact data. */
export interface MemberRecord {
  readonly member: Member;
  readonly contact: MemberContact;
  readonly residency: ResidencyVerification | null;
}

export type MemberWithContact = Member & { contact: MemberContact | null };

/** Reads members as `member`, with their contact data as `contact`. */
export const membersWithContact = (manager: EntityManager): SelectQueryBuilder<Member> =>
  manager
    .createQueryBuilder(Member, 'member')
    .leftJoinAndMapOne('member.contact', MemberContact, 'contact', 'contact.memberId = member.id');

/** The records of members that `membersWithContact` read. */
export async function recordsOf(
  manager: EntityManager,
  members: readonly MemberWithContact[],
): Promise<MemberRecord[]> {
  const residencies = await residenciesOf(
    manager,
    members.map(({ id }) => id),
  );
  return members.map(({ contact, ...member }) => ({
    member,
    contact: contact ?? erased(member.id),
    residency: residencies.get(member.id) ?? null,
  }));
}

/** For a member whose contact data was erased. */
const erased = (memberId: Member['id']): MemberContact => ({
  memberId,
  displayName: '—',
  email: null,
  emailBouncedAt: null,
  phone: null,
});
