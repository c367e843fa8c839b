import { hoursOf, openingWeek } from './calendar.mjs';
import { DAY_MS, idAt, instantAt } from './days.mjs';
import { LAB_NAMES } from './names.mjs';

/**
 * @typedef {object} Lab
 * @property {string} id
 * @property {string} name
 * @property {string} zone
 * @property {number} weight how busy it is; 1 is usual
 * @property {string | null} closedFrom the day since which it is closed for good
 * @property {string[]} machines
 * @property {string[]} rooms
 * @property {boolean} isNew false: its row is there already
 */

const WEIGHTS = [1.4, 1.2, 1, 0.8, 0.6];
const MACHINES_EACH = 2;
const BED = { widthMm: 250, depthMm: 210, heightMm: 210, maxNozzleCelsius: 260, maxBedCelsius: 100 };

const nameOf = (at) =>
  `${LAB_NAMES[at % LAB_NAMES.length]}${at < LAB_NAMES.length ? '' : ` ${1 + Math.floor(at / LAB_NAMES.length)}`}`;

/**
 * The labs, those that are there first. The last one closed in the middle of the second year.
 * @param {import('./world.mjs').Options} options
 * @returns {Lab[]}
 */
export function labsOf({ size, openedAt, labs: given, zones, closing }) {
  const made = Array.from({ length: size.labs }, (_, at) => {
    const known = given[at];
    const id = known?.id ?? idAt(openedAt, 1, at);
    return {
      ...{ id, name: known?.name ?? nameOf(at), zone: zones[at] ?? 'Europe/Paris' },
      ...{ weight: WEIGHTS[at % WEIGHTS.length], closedFrom: null, isNew: known === undefined },
      machines:
        known?.machines ?? Array.from({ length: MACHINES_EACH }, (_, n) => idAt(openedAt, 2, at * 10 + n)),
      rooms: [0, 1].map((n) => idAt(openedAt, 3, at * 10 + n)),
    };
  });
  return made.map((lab, at) => (at === made.length - 1 ? { ...lab, closedFrom: closing } : lab));
}

/** @param {import('./world.mjs').World} world */
export function labRows({ labs, openedAt, folded }) {
  return labs
    .filter(({ isNew }) => isNew)
    .map(({ id, name, zone }) => ({
      ...{ id, name, foldedName: folded(name), timeZone: zone, matchRevision: 0, createdAt: openedAt },
    }));
}

/** @param {import('./world.mjs').World} world */
export function weekRows({ labs, openedAt }) {
  const week = JSON.stringify(openingWeek());
  return labs
    .filter(({ isNew }) => isNew)
    .map(({ id }) => ({ labId: id, week, version: 1, changedAt: openedAt }));
}

/** The lab that closed for good. @param {import('./world.mjs').World} world */
export const closureRows = ({ labs }) =>
  labs
    .flatMap(({ id, closedFrom }) => (closedFrom === null ? [] : [{ id, closedFrom }]))
    .map(({ id, closedFrom }) => ({
      ...{
        id: idAt(instantAt(closedFrom, 0), 11, 0),
        labId: id,
        firstDay: closedFrom,
        lastDay: '2099-12-31',
      },
      ...{ hours: '[]', reason: 'Fermeture définitive', createdAt: instantAt(closedFrom, 0) },
    }));

/** @param {import('./world.mjs').World} world */
export function machineRows({ labs, openedAt, folded }) {
  return labs
    .filter(({ isNew }) => isNew)
    .flatMap((lab) =>
      lab.machines.map((id, at) => {
        const name = `${lab.name} ${at + 1}`;
        return {
          ...{ id, labId: lab.id, name, foldedName: folded(name), kind: 'printer', profileId: 'marlin-2' },
          ...{ address: '/dev/null', baudRate: 115_200, ...BED, bed: 'clear', inMaintenance: false },
          createdAt: openedAt,
          retiredAt: lab.closedFrom === null ? null : instantAt(lab.closedFrom, 0),
        };
      }),
    );
}

/** @param {import('./world.mjs').World} world */
export const roomRows = ({ labs }) =>
  labs.flatMap(({ id: labId, rooms: [room, laptops] }) => [
    { id: room, labId, kind: 'room', name: 'Salle des ateliers', places: 14, version: 1 },
    { id: laptops, labId, kind: 'equipment', name: 'Valise de dix portables', places: 10, version: 1 },
  ]);

/**
 * When the labs were really open: a few minutes more or less than announced.
 * @param {import('./world.mjs').World} world
 */
export function* openingRows(world) {
  const random = world.random('openings');
  let number = 0;
  for (const day of world.pastDays)
    for (const lab of world.labs)
      for (const [from, until] of hoursOf(lab, day)) {
        // A trainer was ill.
        if (random() < 0.015) continue;
        yield {
          ...{ id: idAt(instantAt(day, from, lab.zone), 4, number++), labId: lab.id, day },
          openedAt: instantAt(day, from - 8 + Math.floor(random() * 16), lab.zone),
          closedAt: instantAt(day, until - 3 + Math.floor(random() * 25), lab.zone),
          accountId: world.trainerOf(lab, number),
        };
      }
}

/** The day on which the labs were set up: before everything else. */
export const openedBefore = (day) => instantAt(day, 540) - 30 * DAY_MS;
