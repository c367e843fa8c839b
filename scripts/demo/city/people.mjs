import { DAY_MS, idAt, instantAt } from './days.mjs';
import { FIRST_NAMES, LAST_NAMES, NEIGHBOURHOODS, OCCUPATIONS } from './names.mjs';
import { between, pick, weighted } from './random.mjs';

/**
 * @typedef {object} Person
 * @property {string} id
 * @property {string} name
 * @property {string} category
 * @property {string} homeLabId
 * @property {string | null} guardianId
 * @property {number} createdAt
 * @property {number} birthYear
 */

/** @typedef {{ labId: string, memberId: string, accountId: string, name: string }} Trainer */

/** So many are members before the first day. */
const BEFORE = 0.55;
/** So many chose to fill in their profile, and each part of it. */
const WITH_PROFILE = 0.72;
const WITH_PART = 0.88;
const CATEGORIES = {
  resident: 62,
  'non-resident': 12,
  student: 13,
  entrepreneur: 4,
  artist: 3,
  association: 6,
};
const CHILDREN = 0.14;

const ageOf = (random, category) => {
  if (category === 'student') return between(random, 18, 27);
  return Number(weighted(random, { 21: 14, 30: 20, 42: 24, 55: 16, 67: 18, 78: 8 })) + between(random, -4, 5);
};

/**
 * Members of all ages; a child's guardian is the adult before.
 * @param {import('./world.mjs').World} world
 * @returns {Person[]}
 */
export function peopleOf(world) {
  const random = world.random('people');
  const { size, labs, openedAt, firstAt, lastAt } = world;
  const people = [];
  for (let at = 0; at < size.members; at++) {
    const before = people[at - 1];
    const isChild = before !== undefined && before.guardianId === null && random() < CHILDREN;
    const isEarly = random() < BEFORE;
    const createdAt = isEarly
      ? openedAt - Math.floor(random() * 700 * DAY_MS)
      : Math.floor(firstAt + random() * (lastAt - firstAt));
    const category = isChild ? before.category : weighted(random, CATEGORIES);
    const age = isChild ? between(random, 8, 16) : ageOf(random, category);
    people.push({
      id: idAt(isChild ? before.createdAt : createdAt, 5, at),
      name: `${pick(random, FIRST_NAMES)} ${isChild ? before.name.split(' ')[1] : pick(random, LAST_NAMES)}`,
      ...{ category, homeLabId: isChild ? before.homeLabId : pick(random, labs).id },
      guardianId: isChild ? before.id : null,
      createdAt: isChild ? before.createdAt : createdAt,
      birthYear: Number(world.from.slice(0, 4)) - age,
    });
  }
  return people;
}

/** @param {import('./world.mjs').World} world */
export const memberRows = ({ people }) =>
  people.map(({ id, category, homeLabId, guardianId, createdAt, birthYear }) => ({
    ...{ id, category, homeLabId, guardianId, createdAt },
    minorUntil: guardianId === null ? null : instantAt(`${birthYear + 18}-06-15`, 0),
  }));

/** @param {import('./world.mjs').World} world */
export const contactRows = ({ people, folded }) =>
  people.map(({ id, name, guardianId }, at) => ({
    ...{ memberId: id, displayName: name, foldedName: folded(name) },
    email: guardianId === null && at % 3 > 0 ? `membre.${at}@ville.invalid` : null,
  }));

/** @param {import('./world.mjs').World} world */
export function profileRows(world) {
  const random = world.random('profiles');
  const part = (value) => (random() < WITH_PART ? value : null);
  return world.people
    .filter(() => random() < WITH_PROFILE)
    .map(({ id, birthYear, homeLabId }) => {
      const home = world.labs.findIndex((lab) => lab.id === homeLabId);
      const near = NEIGHBOURHOODS[home % NEIGHBOURHOODS.length];
      return {
        ...{ memberId: id, birthYear: part(birthYear) },
        gender: part(weighted(random, { femme: 50, homme: 46, autre: 4 })),
        neighbourhood: part(random() < 0.6 ? near : pick(random, NEIGHBOURHOODS)),
        occupation: part(birthYear > 2006 ? 'élève' : pick(random, OCCUPATIONS)),
      };
    });
}

/**
 * Proofs of residence, each valid for a year at least.
 * @param {import('./world.mjs').World} world
 */
export const residencyRows = ({ people, admin, lastAt }) =>
  people
    .filter(({ category }) => category === 'resident')
    .map(({ id, createdAt }, at) => ({
      ...{ id: idAt(createdAt, 6, at), memberId: id, verifiedBy: admin, verifiedAt: createdAt },
      validUntil: Math.max(createdAt + 365 * DAY_MS, lastAt + (30 + (at % 300)) * DAY_MS),
    }));

const FOR_EACH_LAB = 2;
/** A hash of no known password: it opens nothing. */
const NO_PASSWORD =
  '$argon2id$v=19$m=19456,t=2,p=1$gv/J0Rl2nHJhDE67g/vS1w$J1rhMchayS8XHK49XaiDZerawP5YQW3HQ+TIQNomVRE';

/**
 * Two people who teach at each lab: those who are there, then members with an account that opens nothing.
 * @param {{ trainers: string[], labs: import('./places.mjs').Lab[], openedAt: number }} options
 */
export function trainersOf({ trainers, labs, openedAt }) {
  const missing = Math.max(0, labs.length * FOR_EACH_LAB - trainers.length);
  const made = Array.from({ length: missing }, (_, at) => ({
    labId: labs[Math.floor((trainers.length + at) / FOR_EACH_LAB)].id,
    ...{ memberId: idAt(openedAt, 7, at), accountId: idAt(openedAt, 8, at) },
    name: `${FIRST_NAMES[(at * 5 + 3) % FIRST_NAMES.length]} ${LAST_NAMES[(at * 7 + 2) % LAST_NAMES.length]}`,
  }));
  return { trainers: [...trainers, ...made.map(({ accountId }) => accountId)], made };
}

/** @param {import('./world.mjs').World} world @returns {import('./tables.mjs').Table[]} */
export function trainerTables({ newTrainers, openedAt, folded, admin }) {
  const createdAt = openedAt;
  return [
    [
      'members',
      newTrainers.map(({ memberId, labId }) => ({
        ...{ id: memberId, category: 'non-resident' },
        homeLabId: labId,
        createdAt,
      })),
    ],
    [
      'member_contacts',
      newTrainers.map(({ memberId, name }) => ({ memberId, displayName: name, foldedName: folded(name) })),
    ],
    [
      'accounts',
      newTrainers.map(({ accountId, memberId }, at) => ({
        ...{
          id: accountId,
          memberId,
          email: `formation.${at}@ville.invalid`,
          passwordHash: NO_PASSWORD,
          createdAt,
        },
      })),
    ],
    [
      'role_grants',
      newTrainers.map(({ accountId, labId }, at) => ({
        ...{
          id: idAt(openedAt, 9, at),
          accountId,
          role: 'trainer',
          labId,
          grantedBy: admin,
          grantedAt: createdAt,
        },
      })),
    ],
  ];
}
