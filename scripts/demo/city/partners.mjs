import { idAt } from './days.mjs';
import { ASSOCIATION_NAMES, CLIENT_NAMES, NEIGHBOURHOODS, SCHOOL_NAMES, SPACE_NAMES } from './names.mjs';
import { between, pick } from './random.mjs';

/**
 * @typedef {object} Organisation
 * @property {string} id
 * @property {string} name
 * @property {'school' | 'digital-space' | 'association' | null} kind null: a client, and no partner
 *
 * @typedef {object} Group
 * @property {string} id
 * @property {string} name
 * @property {string} category
 * @property {string} labId
 * @property {string | null} organisationId
 * @property {string[]} people
 */

/** Schools in a priority education area: two of five. */
const isPriority = (at) => at % 5 < 2;
const CLIENTS = 10;

/** The names again with a number, where more are wanted. */
const named = (names, count) =>
  Array.from({ length: count }, (_, at) =>
    at < names.length ? names[at] : `${names[at % names.length]} ${Math.floor(at / names.length) + 1}`,
  );

/**
 * @param {import('./world.mjs').World} world
 * @returns {Organisation[]}
 */
export function organisationsOf({ size, openedAt }) {
  /** @type {[Organisation['kind'], string[]][]} */
  const kinds = [
    ['school', named(SCHOOL_NAMES, size.schools)],
    ['digital-space', named(SPACE_NAMES, size.spaces)],
    ['association', ASSOCIATION_NAMES],
    [null, named(CLIENT_NAMES, CLIENTS)],
  ];
  let at = 0;
  return kinds.flatMap(([kind, names]) =>
    names.map((name) => ({ id: idAt(openedAt, 16, at++), name, kind })),
  );
}

/** @param {import('./world.mjs').World} world */
export const organisationRows = ({ organisations, openedAt, folded }) =>
  organisations.map(({ id, name, kind }, at) => ({
    ...{ id, name, foldedName: folded(name), addressLine: `${at + 1} rue des Exemples`, postcode: '21000' },
    ...{ city: 'Dijon', countryCode: 'FR', siren: kind === null ? String(351_000_000 + at) : null },
    createdAt: openedAt,
  }));

/** @param {import('./world.mjs').World} world */
export const partnerRows = ({ organisations, openedAt, admin }) =>
  organisations
    .filter(({ kind }) => kind !== null)
    .map(({ id, kind }, at) => ({
      ...{ organisationId: id, kind, neighbourhood: NEIGHBOURHOODS[at % NEIGHBOURHOODS.length] },
      ...{ priorityEducation: kind === 'school' && isPriority(at), version: 1, changedBy: admin },
      changedAt: openedAt,
    }));

/**
 * Classes, and neighbours who work on something together.
 * @param {import('./world.mjs').World} world
 * @returns {Group[]}
 */
export function groupsOf(world) {
  const random = world.random('groups');
  const schools = world.organisations.filter(({ kind }) => kind === 'school');
  return Array.from({ length: world.size.groups }, (_, at) => {
    const school = at % 2 === 0 ? schools[at % schools.length] : null;
    return {
      id: idAt(world.openedAt, 17, at),
      name: school
        ? `${school.name}, ${pick(random, ['CM1', 'CM2', '5e B', '3e A'])} ${at + 1}`
        : `Voisins ${at + 1}`,
      ...{ category: school ? 'school-group' : 'association', labId: pick(random, world.labs).id },
      organisationId: school?.id ?? null,
      people: Array.from({ length: between(random, 2, 5) }, () => pick(random, world.people).id),
    };
  });
}

/** @param {import('./world.mjs').World} world */
export const groupRows = ({ groups, admin, openedAt, folded }) =>
  groups.map(({ people, ...group }) => ({
    ...{ ...group, foldedName: folded(group.name), createdBy: admin, createdAt: openedAt },
  }));

/** @param {import('./world.mjs').World} world */
export function groupPeopleRows({ groups, openedAt }) {
  let number = 0;
  return groups.flatMap(({ id: groupId, people }) =>
    [...new Set(people)].map((memberId, at) => ({
      ...{ id: idAt(openedAt, 18, number++), groupId, memberId, leads: at === 0, addedAt: openedAt },
    })),
  );
}
