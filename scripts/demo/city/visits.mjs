import { crowdOf, hoursOf, isSchoolBreak } from './calendar.mjs';
import { idAt, instantAt, MINUTE_MS } from './days.mjs';
import { around, between, pick, weighted } from './random.mjs';

/** The people of a row on average: `visits` of a size counts people. */
const PEOPLE_ON_AVERAGE = 1.75;
const PUBLICS = { child: 9, youth: 16, adult: 34, senior: 22, family: 9, school: 3, professional: 7 };
const IN_BREAKS = { child: 20, youth: 22, adult: 28, senior: 14, family: 14, school: 0, professional: 2 };
const PURPOSES = { make: 26, session: 24, computer: 22, rights: 14, question: 9, other: 5 };
/** So many showed a card or said their name, and so many were counted by mistake. */
const NAMED = 0.34;
const UNDONE = 0.012;

function meanOfDay({ size, labs, pastDays }) {
  let weight = 0;
  for (const day of pastDays)
    for (const lab of labs) if (hoursOf(lab, day).length > 0) weight += lab.weight * crowdOf(day);
  return (size.visits * pastDays.length) / 365 / PEOPLE_ON_AVERAGE / weight;
}

function peopleOf(random, visitors) {
  if (visitors === 'family') return between(random, 2, 5);
  return visitors === 'school' ? between(random, 8, 28) : 1;
}

/**
 * Entries at the doors, while the labs are open.
 * @param {import('./world.mjs').World} world
 */
export function* visitRows(world) {
  const random = world.random('visits');
  const mean = meanOfDay(world);
  let number = 0;
  for (const day of world.pastDays)
    for (const lab of world.labs) {
      const hours = hoursOf(lab, day);
      if (hours.length === 0) continue;
      const publics = isSchoolBreak(day) ? IN_BREAKS : PUBLICS;
      const wanted = around(random, mean * lab.weight * crowdOf(day));
      for (let at = 0; at < wanted; at++)
        yield visitAt(world, { random, lab, day, hours, publics, number: number++ });
    }
}

function visitAt(world, { random, lab, day, hours, publics, number }) {
  const [from, until] = pick(random, hours);
  const at = Math.round(instantAt(day, from + random() * (until - from), lab.zone));
  const visitors = weighted(random, publics);
  const member = random() < NAMED && visitors !== 'school' ? pick(random, world.people) : null;
  const isKnown = member !== null && member.createdAt <= at;
  const isUndone = random() < UNDONE;
  return {
    ...{ id: idAt(at, 64, number), labId: lab.id, at, day, public: visitors },
    ...{ purpose: weighted(random, PURPOSES), people: isKnown ? 1 : peopleOf(random, visitors) },
    ...{ memberId: isKnown ? member.id : null, category: isKnown ? member.category : null },
    ...{ accountId: world.trainerOf(lab, number), undoneAt: isUndone ? at + 2 * MINUTE_MS : null },
  };
}
