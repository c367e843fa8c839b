import { allIncome } from './income';
import { organisationOf, projectsOf, schoolIds } from './partners';
import { reached } from './people';
import type { Rows, SessionRow } from './rows';
import { isDayIn, isLabIn, type Scope } from './scope';
import { heads, held } from './teaching';

/** Numbers by what their row and column are called. A number that is 0 is left out. */
export type Table = ReadonlyMap<string, number>;

const NONE = '-';

class Sums {
  private readonly sums = new Map<string, number>();

  add(key: string, value: number): void {
    this.sums.set(key, (this.sums.get(key) ?? 0) + value);
  }

  get table(): Table {
    return new Map(
      [...this.sums]
        .filter(([, value]) => Math.round(value) !== 0)
        .map(([key, value]) => [key, Math.round(value)]),
    );
  }
}

function visitsBy(rows: Rows, scope: Scope, keyOf: (visit: Rows['visits'][number]) => string): Table {
  const sums = new Sums();
  for (const visit of rows.visits)
    if (visit.undoneAt === null && isDayIn(scope, visit.day) && isLabIn(scope, visit.labId))
      sums.add(keyOf(visit), visit.people);
  return sums.table;
}

function sessionsBy(rows: Rows, scope: Scope, keyOf: (session: SessionRow) => string | null): Table {
  const sums = new Sums();
  for (const session of held(rows, scope)) {
    const key = keyOf(session) ?? NONE;
    sums.add(`${key} sessions`, 1);
    sums.add(`${key} people`, heads(rows, [session]));
  }
  return sums.table;
}

function schools(rows: Rows, scope: Scope): Table {
  const sums = new Sums();
  const ids = schoolIds(rows, scope);
  for (const session of held(rows, scope)) {
    const school = organisationOf(rows, session);
    if (school === null || !ids.has(school)) continue;
    sums.add(`${school} sessions`, 1);
    sums.add(`${school} people`, heads(rows, [session]));
  }
  for (const project of projectsOf(rows, scope)) {
    const school = organisationOf(rows, project);
    if (school !== null && ids.has(school)) sums.add(`${school} projects`, 1);
  }
  return sums.table;
}

function incomeBy(
  rows: Rows,
  scope: Scope,
  keyOf: (income: { order: string; activity: string | null }) => string,
): Table {
  const sums = new Sums();
  for (const income of allIncome(rows, scope)) sums.add(keyOf(income), income.cents);
  return sums.table;
}

/** Orders of private persons are one row. */
function orderName(rows: Rows, order: string): string {
  const client = rows.orders.find(({ id }) => id === order)?.organisationId;
  return rows.organisations.find(({ id }) => id === client)?.kind === 'person' ? NONE : order;
}

function costsBy(rows: Rows, scope: Scope, wanted: string): Table {
  const sums = new Sums();
  for (const { conventionId, labId, day, kind, heading, cents } of rows.costs)
    if (
      conventionId === scope.conventionId &&
      kind === wanted &&
      isDayIn(scope, day) &&
      isLabIn(scope, labId)
    )
      sums.add(heading, cents);
  return sums.table;
}

function instalments(rows: Rows, scope: Scope): Table {
  const sums = new Sums();
  for (const { id, conventionId, dueOn, receivedOn, cents } of rows.instalments)
    if (scope.labId === null && conventionId === scope.conventionId)
      if (isDayIn(scope, dueOn) || isDayIn(scope, receivedOn)) sums.add(id, cents);
  return sums.table;
}

/** The tables of a report that have numbers, but for the publics. */
export const TABLES: Readonly<Record<string, (rows: Rows, scope: Scope) => Table>> = {
  visitsByMonth: (rows, scope) => visitsBy(rows, scope, ({ day }) => day.slice(0, 7)),
  visitsByPublic: (rows, scope) => visitsBy(rows, scope, (visit) => visit.public),
  visitsByPurpose: (rows, scope) => visitsBy(rows, scope, ({ purpose }) => purpose),
  sessionsByTopic: (rows, scope) => sessionsBy(rows, scope, ({ topicId }) => topicId),
  sessionsByKind: (rows, scope) => sessionsBy(rows, scope, ({ kind }) => kind),
  sessionsByAudience: (rows, scope) => sessionsBy(rows, scope, ({ audience }) => audience),
  schools,
  projects: (rows, scope) => new Map(projectsOf(rows, scope).map(({ id }) => [id, 1])),
  incomeByActivity: (rows, scope) => incomeBy(rows, scope, ({ activity }) => activity ?? NONE),
  incomeByPrestation: (rows, scope) => incomeBy(rows, scope, ({ order }) => orderName(rows, order)),
  costsByHeading: (rows, scope) => costsBy(rows, scope, 'cost'),
  inKindByHeading: (rows, scope) => costsBy(rows, scope, 'in-kind'),
  instalments,
};

/** How many of the members who were reached said each of these. */
export function publicsOf(rows: Rows, scope: Scope) {
  const [ages, genders, places] = [new Sums(), new Sums(), new Sums()];
  const people = reached(rows, scope);
  for (const { memberId, birthYear, gender, neighbourhood } of rows.profiles) {
    if (!people.has(memberId)) continue;
    if (birthYear !== null) ages.add(bandOf(Number(scope.to.slice(0, 4)) - birthYear), 1);
    if (gender !== null) genders.add(gender, 1);
    if (neighbourhood !== null) places.add(neighbourhood, 1);
  }
  return { people: people.size, ages: ages.table, genders: genders.table, places: places.table };
}

/** Each member who was reached, with the band of their age and their neighbourhood; null: they did not say. */
export type People = readonly { readonly age: string | null; readonly place: string | null }[];

export function peopleOf(rows: Rows, scope: Scope): People {
  const profiles = new Map(rows.profiles.map((profile) => [profile.memberId, profile]));
  return [...reached(rows, scope)].map((id) => {
    const profile = profiles.get(id);
    const birthYear = profile?.birthYear ?? null;
    return {
      age: birthYear === null ? null : bandOf(Number(scope.to.slice(0, 4)) - birthYear),
      place: profile?.neighbourhood ?? null,
    };
  });
}

function bandOf(age: number): string {
  if (age < 12) return '0-11';
  if (age < 18) return '12-17';
  if (age < 26) return '18-25';
  return age < 60 ? '26-59' : '60+';
}
