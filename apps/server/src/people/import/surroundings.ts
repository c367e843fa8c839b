import { folded, type Instant, type LabId, type MemberId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { Lab } from '../../labs/lab.entity';
import { Member, MemberContact } from '../member.entity';
import { MemberCategory } from '../member-category.entity';

/** Whoever a file may name: a member who is there, or a line of the file. */
export interface Person {
  readonly id: MemberId;
  readonly displayName: string;
  readonly email: string | null;
  readonly minorUntil: Instant | null;
}

/** What the lines of a file are held against. */
export interface Surroundings {
  readonly now: Instant;
  readonly categories: readonly MemberCategory[];
  readonly labs: readonly Lab[];
  /** The home lab of lines that name none. */
  readonly labId: LabId | null;
  /** Members with an address or a name that the file mentions. */
  readonly members: readonly Person[];
  /** Whoever imports: nobody makes themselves a guardian. */
  readonly importer: MemberId;
  /** Families share addresses. */
  readonly sameEmail: boolean;
}

/** As many values as one query takes comfortably. */
export const CHUNK = 200;

export function* chunks<T>(all: readonly T[], size = CHUNK): Generator<T[]> {
  for (let at = 0; at < all.length; at += size) yield all.slice(at, at + size);
}

/** Members by e-mail address or by name, where `texts` holds one of them. */
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

/** The retired ones too. */
export const allCategories = (manager: EntityManager): Promise<MemberCategory[]> =>
  manager.find(MemberCategory, { order: { position: 'ASC' } });
