import { orNull } from '../../api/or-null';
import type { Member } from '../../api/queries';
import { dayIn, endOfDay, NETWORK_ZONE } from '../../parts/zone';

/**
 * What the form of a member starts with.
 * @param homeLabId the home lab of a new member
 */
export const memberFields = (member: Member | undefined, homeLabId: string | undefined) => ({
  displayName: member?.displayName ?? '',
  email: member?.email ?? '',
  phone: member?.phone ?? '',
  category: member?.category ?? 'non-resident',
  homeLabId: (member ? member.homeLabId : homeLabId) ?? '',
  isMinor: member?.minorUntil != null,
  minorUntil: member?.minorUntil ? dayIn(member.minorUntil, NETWORK_ZONE) : '',
  guardianId: member?.guardianId ?? '',
  sameEmail: false,
});

export type MemberTyped = ReturnType<typeof memberFields>;

/** What was typed, for the server. A day that was not changed keeps its exact moment. */
export function memberBody(member: Member | undefined, typed: MemberTyped) {
  const comesOfAge = typed.isMinor ? typed.minorUntil : '';
  const before = member?.minorUntil;
  const isSameDay = before != null && dayIn(before, NETWORK_ZONE) === comesOfAge;
  return {
    displayName: typed.displayName,
    email: orNull(typed.email.toLowerCase()),
    phone: orNull(typed.phone),
    category: typed.category,
    homeLabId: orNull(typed.homeLabId),
    minorUntil: isSameDay ? before : comesOfAge ? endOfDay(comesOfAge, NETWORK_ZONE) : null,
    guardianId: typed.isMinor ? orNull(typed.guardianId) : null,
  };
}

export type MemberBody = ReturnType<typeof memberBody>;

/** Only the changed fields: a manager may change a member whose home lab is not the manager's lab. */
export function changedFields(member: Member, wanted: MemberBody): Partial<MemberBody> {
  const now = bodyOf(member);
  const changed = Object.entries(wanted).filter(([name, value]) => value !== now[name as keyof MemberBody]);
  return Object.fromEntries(changed);
}

/** The values that a member had before such a change. */
export const formerFields = (member: Member, changes: Partial<MemberBody>): Partial<MemberBody> =>
  Object.fromEntries(Object.entries(bodyOf(member)).filter(([name]) => name in changes));

const bodyOf = (member: Member): MemberBody => {
  const { displayName, email, phone, category, homeLabId, minorUntil, guardianId } = member;
  return { displayName, email, phone, category, homeLabId, minorUntil, guardianId };
};
