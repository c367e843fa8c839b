import { folded, type Instant, type LabId, type MemberId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { chunks } from '../../platform/persistence/chunks';
import { MemberCategory } from '../categories/member-category.entity';
import { Member, MemberContact } from '../members/member.entity';

/** A person that a file may name: an existing member, or a line of the file. */
export interface Person {
  readonly id: MemberId;
  readonly displayName: string;
  readonly email: string | null;
  readonly minorUntil: Instant | null;
}

/** The data against which the lines of a file are checked. */
export interface Surroundings {
  readonly now: Instant;
  readonly categories: readonly MemberCategory[];
  readonly labs: readonly Lab[];
  /** The home lab of lines without one. */
  readonly labId: LabId | null;
  /** Members with an address or a name that the file mentions. */
  readonly members: readonly Person[];
  /** The member who imports, who must not become a guardian. */
  readonly importer: MemberId;
  /** Allowed for families who share an address. */
  readonly sameEmail: boolean;
}

/** Members whose e-mail address or name is in `texts`. */
export async function membersCalled(manager: EntityManager, texts: readonly string[]): Promise<Person[]> {
  const contacts = new Map<MemberId, MemberContact>();
  for (const some of chunks([...new Set(texts)])) {
    const where = [
      { email: In(some.map((text) => text.toLowerCase())) },
      { foldedName: In(some.map(folded)) },
    ];
    for (const contact of await manager.findBy(MemberContact, where)) contacts.set(contact.memberId, contact);
  }
  const people: Person[] = [];
  for (const some of chunks([...contacts.values()])) {
    const members = await manager.findBy(Member, { id: In(some.map(({ memberId }) => memberId)) });
    const minors = new Map(members.map(({ id, minorUntil }) => [id, minorUntil]));
    for (const { memberId, displayName, email } of some)
      people.push({ id: memberId, displayName, email, minorUntil: minors.get(memberId) ?? null });
  }
  return people;
}

/** Including retired ones. */
export const allCategories = (manager: EntityManager): Promise<MemberCategory[]> =>
  manager.find(MemberCategory, { order: { position: 'ASC' } });
