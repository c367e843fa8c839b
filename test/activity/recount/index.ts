import * as labs from './labs';
import * as money from './money';
import * as partners from './partners';
import * as people from './people';
import type { Rows } from './rows';
import type { Parameters, Scope } from './scope';
import * as teaching from './teaching';

type Count = (rows: Rows, scope: Scope, parameters: Parameters) => number | null;

/** Every indicator of docs/indicators.md, counted again from its words alone, by code that shares nothing with it. */
export const COUNTS: Readonly<Record<string, Count>> = {
  visits: people.visits,
  'members-reached': people.membersReached,
  'new-members': people.newMembers,
  'residents-share': people.residentsShare,
  'sessions-held': teaching.sessionsHeld,
  'individual-sessions': teaching.individualSessions,
  attendances: teaching.attendances,
  'people-taught': teaching.peopleTaught,
  'topics-taught': teaching.topicsTaught,
  'no-shows': teaching.noShows,
  inductions: teaching.inductions,
  'spaces-trained': partners.spacesTrained,
  'space-staff-attendances': partners.spaceStaffAttendances,
  'hours-open': labs.hoursOpen,
  prints: labs.prints,
  'machine-hours': labs.machineHours,
  'material-grams': labs.materialGrams,
  schools: partners.schools,
  'priority-schools': partners.prioritySchools,
  'school-pupils': partners.schoolPupils,
  projects: partners.projects,
  'projects-done': partners.projectsDone,
  'income-services': money.incomeServices,
  cashed: money.cashed,
  'free-access-value': money.freeAccessValue,
  'subsidy-received': money.subsidyReceived,
  costs: money.costs,
  'in-kind-value': money.inKindValue,
  result: money.result,
};

/** @throws Error for an indicator that the recount does not know */
export function recount(rows: Rows, scope: Scope, code: string, parameters: Parameters = {}): number | null {
  const count = COUNTS[code];
  if (!count) throw new Error(`no recount of ${code}`);
  return count(rows, scope, parameters);
}

export type { Rows } from './rows';
export { readRows } from './rows';
export type { Parameters, Scope } from './scope';
export { scopeOf } from './scope';
export { type People, peopleOf, publicsOf, TABLES, type Table } from './tables';
