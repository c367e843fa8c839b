import type { RegistrationRow, Rows, SessionRow } from './rows';
import { isDayIn, isInstantIn, isLabIn, narrows, type Parameters, type Scope } from './scope';

/** Sessions that took place. */
export function held(rows: Rows, scope: Scope, { kind, topic, audience }: Parameters = {}): SessionRow[] {
  return rows.sessions.filter(
    (session) =>
      session.state === 'held' &&
      isDayIn(scope, session.day) &&
      isLabIn(scope, session.labId) &&
      narrows(kind, session.kind) &&
      narrows(topic, session.topicId) &&
      narrows(audience, session.audience),
  );
}

interface Attendance {
  readonly session: SessionRow;
  readonly registration: RegistrationRow;
}

function registrationsOf(rows: Rows, sessions: readonly SessionRow[]): Attendance[] {
  const byId = new Map(sessions.map((session) => [session.id, session]));
  const found: Attendance[] = [];
  for (const registration of rows.registrations) {
    const session = byId.get(registration.sessionId);
    if (session) found.push({ session, registration });
  }
  return found;
}

/** People with a name, or once with one, who were there. */
export const attendancesOf = (rows: Rows, scope: Scope, parameters: Parameters = {}): Attendance[] =>
  presentAt(rows, held(rows, scope, parameters));

export const presentAt = (rows: Rows, sessions: readonly SessionRow[]): Attendance[] =>
  registrationsOf(rows, sessions).filter(
    ({ registration }) => registration.attendance === 'present' && registration.state !== 'cancelled',
  );

/** With those who have no name. */
export function heads(rows: Rows, sessions: readonly SessionRow[]): number {
  let count = presentAt(rows, sessions).length;
  for (const { headCount } of sessions) count += headCount ?? 0;
  return count;
}

export const sessionsHeld = (rows: Rows, scope: Scope, parameters: Parameters = {}): number =>
  held(rows, scope, parameters).length;

export const individualSessions = (rows: Rows, scope: Scope, { topic, audience }: Parameters = {}): number =>
  held(rows, scope, { topic, audience, kind: 'appointment' }).length;

export const attendances = (rows: Rows, scope: Scope, parameters: Parameters = {}): number =>
  heads(rows, held(rows, scope, parameters));

export function peopleTaught(rows: Rows, scope: Scope, parameters: Parameters = {}): number {
  const people = new Set<string>();
  for (const { registration } of attendancesOf(rows, scope, parameters))
    if (registration.memberId !== null) people.add(registration.memberId);
  return people.size;
}

export function topicsTaught(rows: Rows, scope: Scope, parameters: Parameters = {}): number {
  const topics = new Set<string>();
  for (const { topicId } of held(rows, scope, parameters)) if (topicId !== null) topics.add(topicId);
  return topics.size;
}

export const noShows = (rows: Rows, scope: Scope, parameters: Parameters = {}): number =>
  registrationsOf(rows, held(rows, scope, parameters)).filter(
    ({ registration }) => registration.state === 'registered' && registration.attendance === 'absent',
  ).length;

export function inductions(rows: Rows, scope: Scope, { machineKind }: Parameters = {}): number {
  let count = 0;
  for (const { kind, labId, grantedAt } of rows.inductions)
    if (isInstantIn(scope, grantedAt) && isLabIn(scope, labId) && narrows(machineKind, kind)) count++;
  return count;
}
