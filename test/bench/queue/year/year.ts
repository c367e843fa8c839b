import { DEFAULT_WEIGHTS } from '@pandafab/domain';
import { type Figure, percentile } from '../../fleet/figures';
import { realPrintTimes } from './files';
import { measureHours } from './hours';
import { type Done, play, type Year } from './play';
import { decidedBy, oldestFirst } from './rules';
import { DAY, FLOOD, HOUR, makeWorld, type WorldSize } from './world';

const LABS: readonly WorldSize[] = [
  { seed: 1, spools: ['PLA', 'PETG', 'PLA'], load: 0.36 },
  { seed: 2, spools: ['PLA', 'PLA', 'PETG', 'TPU'], load: 0.48 },
  { seed: 3, spools: ['PLA', 'PLA', 'PLA', 'PETG', 'PETG', 'ABS'], load: 0.72 },
];

/** Jain, Chiu and Hawe, 1984: 1 if all have the same. */
function jain(values: readonly number[]): number {
  const sum = values.reduce((all, value) => all + value, 0);
  const squares = values.reduce((all, value) => all + value * value, 0);
  return squares === 0 ? 1 : (sum * sum) / (values.length * squares);
}

const isLate = ({ part: { dueAt }, endedAt }: Done): boolean => dueAt !== null && endedAt > dueAt;
const waitOf = ({ part, startedAt }: Done): number => startedAt - part.at;

interface Submission {
  readonly member: string;
  readonly waited: number;
  readonly hours: number;
}

/** Copies are one submission, which waits until the last of them begins. */
function submissionsOf(done: readonly Done[]): Submission[] {
  const found = new Map<string, Submission>();
  for (const each of done) {
    const { batch, member, seconds } = each.part;
    const { waited, hours } = found.get(batch) ?? { waited: 0, hours: 0 };
    const longest = Math.max(waited, waitOf(each) / HOUR);
    found.set(batch, { member, waited: longest, hours: hours + seconds / 3_600 });
  }
  return [...found.values()];
}

/** Over the members of the city: hours of waiting for each hour of printing asked, in the whole year. */
function fairness(done: readonly Done[]): number {
  const members = new Map<string, { waited: number; hours: number }>();
  for (const { member, waited, hours } of submissionsOf(done)) {
    const sum = members.get(member) ?? { waited: 0, hours: 0 };
    members.set(member, { waited: sum.waited + waited, hours: sum.hours + hours });
  }
  return jain([...members.values()].map(({ waited, hours }) => waited / hours));
}

/** What the others wait for, who submit in the two days after a flood. */
function afterFloods(done: readonly Done[]): number[] {
  const floods = [...new Set(done.filter(({ part }) => part.member === FLOOD).map(({ part }) => part.at))];
  const isAfter = ({ at, member }: Done['part']) =>
    member !== FLOOD && floods.some((flood) => at >= flood && at < flood + 2 * DAY);
  return done.filter(({ part }) => isAfter(part)).map(waitOf);
}

interface Sums {
  readonly done: number;
  readonly late: number;
  readonly changes: number;
  readonly wait50: number;
  readonly wait95: number;
  readonly others: number;
  readonly jain: number;
  readonly use: number;
}

function sumUp(years: readonly Year[]): Sums {
  const done = years.flatMap((year) => year.done);
  const waits = done.map(waitOf);
  return {
    done: done.length,
    late: done.filter(isLate).length,
    changes: years.reduce((sum, { changes }) => sum + changes, 0),
    wait50: percentile(waits, 0.5) / HOUR,
    wait95: percentile(waits, 0.95) / HOUR,
    others:
      percentile(
        years.flatMap((year) => afterFloods(year.done)),
        0.5,
      ) / HOUR,
    jain: fairness(done),
    use: years.reduce((sum, { use }) => sum + use, 0) / years.length,
  };
}

/** The year ends in the middle of prints: so much less use is the same. */
const SAME_USE = 0.995;

/** A year of a city of three labs under the rule of before, and under the decision. */
export function measureYear(quick: boolean): Figure[] {
  const files = realPrintTimes();
  const worlds = LABS.slice(0, quick ? 1 : undefined).map((size) => makeWorld(size, files));
  const before = sumUp(worlds.map((world) => play(world, oldestFirst)));
  const now = sumUp(worlds.map((world) => play(world, decidedBy(DEFAULT_WEIGHTS))));
  const both = (name: string, unit: string, of: (sums: Sums) => number): Figure[] => [
    { scenario: 'a year, oldest first', name, value: of(before), unit },
    { scenario: 'a year, decided', name, value: of(now), unit },
  ];
  const scenario = 'a year, decided ÷ oldest first';
  return [
    ...both('prints', '', ({ done }) => done),
    ...both('late prints', '', ({ late }) => late),
    { scenario, name: 'late prints', value: now.late / before.late, unit: '', most: 0.5 },
    ...both('changes of spool', '', ({ changes }) => changes),
    { scenario, name: 'changes of spool', value: now.changes / before.changes, unit: '', most: 0.67 },
    ...both('waiting, median', 'h', ({ wait50 }) => wait50),
    ...both('waiting, 95 %', 'h', ({ wait95 }) => wait95),
    { scenario, name: 'waiting, 95 %', value: now.wait95 / before.wait95, unit: '', most: 1 },
    ...both('waiting of the others after a flood, median', 'h', ({ others }) => others),
    ...both('use of the machines', '%', ({ use }) => 100 * use),
    { scenario, name: 'use of the machines', value: now.use / before.use, unit: '', least: SAME_USE },
    { scenario: 'a year, oldest first', name: 'Jain’s index', value: before.jain, unit: '' },
    { scenario: 'a year, decided', name: 'Jain’s index', value: now.jain, unit: '', least: 0.9 },
    ...worlds.slice(-1).flatMap(measureHours),
  ];
}
