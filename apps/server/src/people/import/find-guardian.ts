import { type FaultCode, folded, type Instant } from '@pandafab/shared';
import { isMinor } from '../members/guardians';
import type { Person } from './surroundings';

/** “Name <address>”, as mail programs write it. */
const MAILBOX = /^(.*)<([^<>]+)>$/s;

/** An address, a name, or both. */
function readGuardian(text: string): { readonly email: string | null; readonly name: string | null } {
  const [, name = '', address] = MAILBOX.exec(text) ?? [];
  if (address) return { email: address.trim().toLowerCase(), name: folded(name) || null };
  return text.includes('@')
    ? { email: text.trim().toLowerCase(), name: null }
    : { email: null, name: folded(text) };
}

/** The parts of a guardian's cell by which a member can be found. */
export function guardianTexts(text: string): string[] {
  const { email } = readGuardian(text);
  return [email ?? text.trim()];
}

/** These characters cannot be in the name of a mailbox. */
export const withoutBrackets = (name: string): string => name.replace(/[<>]/g, '');
const nameOf = ({ displayName }: Person): string => folded(withoutBrackets(displayName));

function groupedBy(people: readonly Person[], keyOf: (person: Person) => string) {
  const groups = new Map<string, Person[]>();
  for (const person of people) {
    const key = keyOf(person);
    groups.set(key, [...(groups.get(key) ?? []), person]);
  }
  return groups;
}

export class People {
  private readonly byEmail: ReadonlyMap<string, Person[]>;
  private readonly byName: ReadonlyMap<string, Person[]>;

  constructor(people: readonly Person[]) {
    this.byEmail = groupedBy(people, ({ email }) => email ?? '');
    this.byName = groupedBy(people, nameOf);
  }

  /** The guardian of `ward` that a cell names; in a family that shares an address, the adult. */
  guardian(ward: Person, text: string, now: Instant): Person | FaultCode {
    const { email, name } = readGuardian(text);
    const byEmail = (email && this.byEmail.get(email)) || undefined;
    // A name may also contain an @.
    const found = byEmail ?? this.byName.get(name ?? folded(text)) ?? [];
    const named = found.filter((each) => !byEmail || name === null || nameOf(each) === name);
    if (named.length === 0) return 'IMPORT.UNKNOWN_GUARDIAN';
    const others = named.filter(({ id }) => id !== ward.id);
    if (others.length === 0) return 'IMPORT.GUARDIAN_CIRCLE';
    const adults = others.filter((each) => !isMinor(each, now));
    // Lines of the file take precedence over existing members.
    const ofFile = adults.filter((adult) => 'line' in adult);
    const meant = ofFile.length > 0 ? ofFile : adults;
    if (meant.length > 1) return 'IMPORT.SEVERAL_GUARDIANS';
    return meant[0] ?? 'IMPORT.GUARDIAN_MINOR';
  }
}
