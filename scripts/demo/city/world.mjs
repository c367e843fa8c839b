import { addDays, daysFrom, idAt, instantAt } from './days.mjs';
import { ordersOf } from './orders.mjs';
import { groupsOf, organisationsOf } from './partners.mjs';
import { peopleOf, trainersOf } from './people.mjs';
import { labsOf, openedBefore } from './places.mjs';
import { printsOf } from './prints.mjs';
import { projectsOf } from './projects.mjs';
import { randomOf } from './random.mjs';
import { attendanceOf } from './registrations.mjs';
import { seriesOf, sessionsOf } from './sessions.mjs';
import { SIZES } from './sizes.mjs';
import { topicsOf } from './topics.mjs';

/**
 * What the city is made from. The same options give the same city.
 * @typedef {object} Given
 * @property {number} seed
 * @property {string} from the first day
 * @property {string} to the last day; of sessions only, where it is after today
 * @property {string} [today] the first day of which nothing has happened yet; the day after `to`
 * @property {'small' | 'city' | 'huge'} size
 * @property {string} admin the account that did what no other one did
 * @property {(text: string) => string} folded as the search compares texts
 * @property {{ id: string, name: string, machines: string[] }[]} [labs] that are there already
 * @property {string[]} [trainers] accounts of people who teach; two for each lab are made where there are fewer
 * @property {boolean} [clientPrints] false: no print is one for a client
 * @property {Omit<import('./topics.mjs').Topic, 'isNew'>[]} [topics] that are there already
 * @property {{ sha256: string }[]} [files] that prints have; one is made up where there are none
 * @property {string} [tariffVersionId] by which prints are priced
 * @property {string[]} [zones] clocks of the labs
 * @property {string} [printsTo] the last day with prints and new members
 * @property {(id: string) => string | null} [orderIdOf] the order’s id in the database
 */

/**
 * What was given, with the usual values where nothing was.
 * @typedef {Required<Omit<Given, 'size' | 'labs' | 'files' | 'tariffVersionId' | 'printsTo'>> & {
 *   size: import('./sizes.mjs').Size,
 *   labs: NonNullable<Given['labs']>,
 *   openedAt: number,
 *   closing: string,
 * }} Options
 */

/**
 * Everything that several tables need.
 * @typedef {Omit<Options, 'labs' | 'topics'> & {
 *   random: (part: string) => import('./random.mjs').Random,
 *   labs: import('./places.mjs').Lab[],
 *   topics: import('./topics.mjs').Topic[],
 *   newTrainers: import('./people.mjs').Trainer[],
 *   trainerOf: (lab: import('./places.mjs').Lab, number: number) => string,
 *   pastDays: string[],
 *   sessionDays: string[],
 *   printDays: string[],
 *   firstAt: number,
 *   lastAt: number,
 *   tariffId: string,
 *   tariffVersionId: string,
 *   hasTariff: boolean,
 *   files: { sha256: string, isNew: boolean }[],
 *   people: import('./people.mjs').Person[],
 *   organisations: import('./partners.mjs').Organisation[],
 *   groups: import('./partners.mjs').Group[],
 *   orders: import('./orders.mjs').Order[],
 *   projects: import('./projects.mjs').Project[],
 *   series: import('./sessions.mjs').Series[],
 *   sessions: import('./sessions.mjs').Session[],
 *   attendance: { registrations: Record<string, any>[], inductions: Record<string, any>[] },
 *   prints: import('./prints.mjs').Print[],
 * }} World
 */

/** @param {Given} given @returns {Options} */
function optionsOf(given) {
  const today = given.today ?? addDays(given.to, 1);
  return {
    ...{ labs: [], trainers: [], topics: [], zones: [], orderIdOf: (id) => id, ...given, today },
    clientPrints: given.clientPrints ?? true,
    ...{ openedAt: openedBefore(given.from), size: SIZES[given.size], closing: addDays(today, -CLOSED_DAYS) },
  };
}

/** One lab has been closed for so long. */
const CLOSED_DAYS = 290;

/**
 * Plans the whole city. Visits are many, and made when their rows are read.
 * @param {Given} given
 * @returns {World}
 */
export function planWorld(given) {
  const options = optionsOf(given);
  const labs = labsOf(options);
  const { trainers, made } = trainersOf({ ...options, labs });
  const { seed, openedAt } = options;
  const known = given.files?.map((file) => ({ ...file, isNew: false }));
  const world = /** @type {World} */ ({
    ...{
      ...options,
      ...daysOf(options, given),
      labs,
      trainers,
      newTrainers: made,
      topics: topicsOf(options),
    },
    ...{ random: (part) => randomOf(seed, part), hasTariff: given.tariffVersionId !== undefined },
    tariffVersionId: given.tariffVersionId ?? idAt(openedAt, 117, 0),
    ...{ tariffId: idAt(openedAt, 118, 0), files: known ?? [{ sha256: 'c'.repeat(64), isNew: true }] },
    /** Two people teach at each lab. */
    trainerOf: (lab, number) => trainers[(labs.indexOf(lab) * 2 + (number % 2)) % trainers.length],
  });
  return live(world);
}

/** @param {Options} options @param {Given} given */
function daysOf({ from, to, today }, { printsTo }) {
  const lastDay = [to, addDays(today, -1)].sort()[0];
  const printsEnd = [printsTo ?? lastDay, lastDay].sort()[0];
  return {
    ...{ pastDays: daysFrom(from, lastDay), sessionDays: daysFrom(from, to) },
    printDays: daysFrom(from, printsEnd),
    ...{ firstAt: instantAt(from, 0), lastAt: instantAt(printsEnd, 1320) },
  };
}

/** Each part needs those before it. @param {World} world */
function live(world) {
  world.people = peopleOf(world);
  world.organisations = organisationsOf(world);
  world.groups = groupsOf(world);
  world.orders = ordersOf(world);
  world.projects = projectsOf(world);
  world.series = seriesOf(world);
  world.sessions = sessionsOf(world);
  world.attendance = attendanceOf(world);
  world.prints = [...printsOf(world)];
  return world;
}
