import { type Figure, percentile } from '../fleet/figures';
import { type Done, decided, oldestFirst, play, type Year } from './play';
import { HOUR, makeWorld } from './world';

const LABS = [
  { seed: 1, load: 0.8 },
  { seed: 2, load: 0.7 },
  { seed: 3, load: 0.9 },
];

/** Jain, Chiu and Hawe, 1984: 1 if all have the same. */
function jain(values: readonly number[]): number {
  const sum = values.reduce((all, value) => all + value, 0);
  const squares = values.reduce((all, value) => all + value * value, 0);
  return squares === 0 ? 1 : (sum * sum) / (values.length * squares);
}

const isLate = ({ wish: { dueAt }, endedAt }: Done): boolean => dueAt !== null && endedAt > dueAt;
const waitOf = ({ wish, startedAt }: Done): number => startedAt - wish.at;

/**
 * Over the members of a lab: hours from a member's first unfinished wish to the last of its starts, for each hour of
 * printing asked, while a member floods the lab.
 */
function fairness(done: readonly Done[]): number {
  const floods = done.filter(({ wish }) => wish.member === 'member:flood').map(({ wish }) => wish.at);
  const near = done.filter(({ wish }) => floods.some((at) => wish.at >= at && wish.at < at + 48 * HOUR));
  const members = new Map<string, { wait: number; hours: number }>();
  for (const each of near) {
    const { wait, hours } = members.get(each.wish.member) ?? { wait: 0, hours: 0 };
    const asked = each.wish.seconds / 3_600;
    members.set(each.wish.member, { wait: wait + waitOf(each) / HOUR, hours: hours + asked });
  }
  return jain([...members.values()].map(({ wait, hours }) => wait / hours));
}

interface Sums {
  readonly late: number;
  readonly changes: number;
  readonly wait95: number;
  readonly jain: number;
  readonly use: number;
  readonly done: number;
}

function sumUp(years: readonly Year[]): Sums {
  const done = years.flatMap((year) => year.done);
  const mean = (of: (year: Year) => number) => years.reduce((sum, year) => sum + of(year), 0) / years.length;
  return {
    done: done.length,
    late: done.filter(isLate).length,
    changes: years.reduce((sum, { changes }) => sum + changes, 0),
    wait95: percentile(done.map(waitOf), 0.95) / HOUR,
    jain: mean((year) => fairness(year.done)),
    use: mean(({ use }) => use),
  };
}

/** A year of a city of three labs under the rule of before, and under the decision. */
export function measureYear(): Figure[] {
  const worlds = LABS.map(({ seed, load }) => makeWorld(seed, load));
  const before = sumUp(worlds.map((world) => play(world, oldestFirst)));
  const now = sumUp(worlds.map((world) => play(world, decided)));
  const rows = (name: string, unit: string, of: (sums: Sums) => number): Figure[] => [
    { scenario: 'a year, oldest first', name, value: of(before), unit },
    { scenario: 'a year, decided', name, value: of(now), unit },
  ];
  const scenario = 'a year, decided ÷ oldest first';
  return [
    ...rows('prints', '', ({ done }) => done),
    ...rows('late prints', '', ({ late }) => late),
    ...rows('changes of spool', '', ({ changes }) => changes),
    ...rows('hours of waiting, 95 %', 'h', ({ wait95 }) => wait95),
    ...rows('Jain’s index of waiting per hour asked', '', (sums) => sums.jain),
    ...rows('use of the machines', '%', ({ use }) => 100 * use),
    { scenario, name: 'late prints', value: now.late / before.late, unit: '', most: 0.5 },
    { scenario, name: 'changes of spool', value: now.changes / before.changes, unit: '', most: 0.67 },
    { scenario, name: 'hours of waiting, 95 %', value: now.wait95 / before.wait95, unit: '', most: 1 },
  ];
}
