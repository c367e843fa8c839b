import type { ProjectRow, Rows } from './rows';
import { isDayIn, isLabIn, type Scope } from './scope';
import { heads, held } from './teaching';

type Owned = { readonly organisationId: string | null; readonly groupId: string | null };

/** Its own organisation, else that of its group. */
export function organisationOf(rows: Rows, { organisationId, groupId }: Owned): string | null {
  if (organisationId !== null) return organisationId;
  return rows.groups.find(({ id }) => id === groupId)?.organisationId ?? null;
}

const partnerOf = (rows: Rows, organisation: string | null) =>
  rows.partners.find(({ organisationId }) => organisationId === organisation);

const isSchool = (rows: Rows, organisation: string | null): boolean =>
  partnerOf(rows, organisation)?.kind === 'school';

export function projectsOf(rows: Rows, scope: Scope): ProjectRow[] {
  return rows.projects.filter(
    ({ state, labId, startsOn, endedOn }) =>
      (state === 'running' || state === 'done') &&
      isLabIn(scope, labId) &&
      startsOn <= scope.to &&
      (endedOn === null || endedOn >= scope.from),
  );
}

export function schoolIds(rows: Rows, scope: Scope): Set<string> {
  const found = new Set<string>();
  for (const owned of [...held(rows, scope), ...projectsOf(rows, scope)]) {
    const organisation = organisationOf(rows, owned);
    if (organisation !== null && isSchool(rows, organisation)) found.add(organisation);
  }
  return found;
}

export const schools = (rows: Rows, scope: Scope): number => schoolIds(rows, scope).size;

export const prioritySchools = (rows: Rows, scope: Scope): number =>
  [...schoolIds(rows, scope)].filter((id) => partnerOf(rows, id)?.priorityEducation).length;

export const schoolPupils = (rows: Rows, scope: Scope): number =>
  heads(
    rows,
    held(rows, scope).filter((session) => isSchool(rows, organisationOf(rows, session))),
  );

export const projects = (rows: Rows, scope: Scope): number => projectsOf(rows, scope).length;

export const projectsDone = (rows: Rows, scope: Scope): number =>
  rows.projects.filter(
    ({ state, labId, endedOn }) => state === 'done' && isLabIn(scope, labId) && isDayIn(scope, endedOn),
  ).length;

export function spacesTrained(rows: Rows, scope: Scope): number {
  const found = new Set<string>();
  for (const session of held(rows, scope, { audience: 'spaces' })) {
    const organisation = organisationOf(rows, session);
    if (organisation !== null && partnerOf(rows, organisation)?.kind === 'digital-space')
      found.add(organisation);
  }
  return found.size;
}

export const spaceStaffAttendances = (rows: Rows, scope: Scope): number =>
  heads(rows, held(rows, scope, { audience: 'spaces' }));
