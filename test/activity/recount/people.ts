import type { Rows } from './rows';
import { isDayIn, isInstantIn, isLabIn, narrows, type Parameters, rounded, type Scope } from './scope';
import { attendancesOf } from './teaching';

export function visits(rows: Rows, scope: Scope, parameters: Parameters = {}): number {
  let people = 0;
  for (const visit of rows.visits) {
    if (visit.undoneAt !== null || !isDayIn(scope, visit.day) || !isLabIn(scope, visit.labId)) continue;
    if (!narrows(parameters.public, visit.public) || !narrows(parameters.purpose, visit.purpose)) continue;
    people += visit.people;
  }
  return people;
}

/** Each time that a member was there, with the category of then. */
function* meetings(
  rows: Rows,
  scope: Scope,
): Generator<{ readonly memberId: string; readonly category: string | null }> {
  for (const { undoneAt, day, labId, memberId, category } of rows.visits)
    if (undoneAt === null && memberId !== null && isDayIn(scope, day) && isLabIn(scope, labId))
      yield { memberId, category };
  for (const { registration } of attendancesOf(rows, scope))
    if (registration.memberId !== null)
      yield { memberId: registration.memberId, category: registration.category };
  for (const { at, labId, memberId, category } of rows.usage)
    if (isInstantIn(scope, at) && isLabIn(scope, labId)) yield { memberId, category };
}

export function reached(rows: Rows, scope: Scope): Set<string> {
  const found = new Set<string>();
  for (const { memberId } of meetings(rows, scope)) found.add(memberId);
  return found;
}

export const membersReached = (rows: Rows, scope: Scope): number => reached(rows, scope).size;

export function newMembers(rows: Rows, scope: Scope): number {
  let count = 0;
  for (const { createdAt, homeLabId } of rows.members)
    if (isInstantIn(scope, createdAt) && isLabIn(scope, homeLabId)) count++;
  return count;
}

export function residentsShare(rows: Rows, scope: Scope): number | null {
  const codes = new Set(['resident']);
  for (const { code, tariff } of rows.categories) if (tariff === 'resident') codes.add(code);
  const all = new Set<string>();
  const residents = new Set<string>();
  for (const { memberId, category } of meetings(rows, scope)) {
    all.add(memberId);
    if (category !== null && codes.has(category)) residents.add(memberId);
  }
  return all.size === 0 ? null : rounded((residents.size * 100) / all.size, 1);
}
