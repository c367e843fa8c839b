import { randomBytes } from 'node:crypto';
import { ApiClient } from '../lib/api-client.mjs';

const DAY_MS = 24 * 3600 * 1000;

/** Made up for each demonstration: no account has a password that is known in advance. */
const newPassword = () => randomBytes(9).toString('base64url');

const PEOPLE = [
  { key: 'camille', displayName: 'Camille Roux', category: 'resident', roles: ['maker'] },
  { key: 'noa', displayName: 'Noa Martin', category: 'non-resident', roles: ['maker'] },
  { key: 'lina', displayName: 'Lina Petit', category: 'student', roles: ['maker'] },
  { key: 'ecole', displayName: 'École Champollion, CM2', category: 'school-group', roles: ['maker'] },
  { key: 'sacha', displayName: 'Sacha Bernard', category: 'non-resident', roles: ['maker', 'manager'] },
  { key: 'ines', displayName: 'Inès Faure', category: 'non-resident', roles: ['billing'] },
];

/** Who teaches in the city’s labs. */
const TRAINER = {
  ...{ key: 'ada', displayName: 'Ada Nguyen', category: 'non-resident', roles: ['maker', 'trainer'] },
};

/** Members whom the team inscribed, without an account. */
const NEIGHBOURS = [
  { displayName: 'Awa Diop', category: 'resident' },
  { displayName: 'Hugo Lefèvre', category: 'student' },
  { displayName: 'Youssef Amrani', category: 'resident' },
  { displayName: 'Chloé Dupont', category: 'non-resident' },
  { displayName: 'Théo Renaud', category: 'student' },
  { displayName: 'Fatou Ndiaye', category: 'resident' },
  { displayName: 'Jeanne Moreau-Petit', category: 'resident' },
];
/** Her proof of residence was valid for a year, and no person has asked her for another one. */
const OVERDUE = { displayName: 'Mireille Garnier', category: 'resident' };

/**
 * Creates the first administrator with the one-time link that the server printed, as a person would.
 * @param {string} url the server
 * @param {import('./state.mjs').DemoState} state
 * @param {() => Promise<string | undefined>} setupCode the code that the server printed
 * @returns {Promise<ApiClient>} signed in as administrator
 */
export async function signInAdministrator(url, state, setupCode) {
  const admin = await state.keep('admin', async () => {
    const account = {
      displayName: 'Alex Administrateur',
      email: 'admin@demo.invalid',
      password: newPassword(),
    };
    await new ApiClient(url).post('/api/v1/setup', { ...account, code: (await setupCode()) ?? '' });
    return account;
  });
  const client = new ApiClient(url);
  await client.login('/api/v1/auth/login', { email: admin.email, password: admin.password });
  return client;
}

/** For a year from now. */
function verifyResidency(api, memberId) {
  const validUntil = new Date(Date.now() + 365 * DAY_MS).toISOString();
  return api.post(`/api/v1/members/${memberId}/residency`, { validUntil });
}

/** @typedef {{ memberId: string, displayName: string, email: string, password: string, roles: string[] }} Person */

/**
 * Members of each kind, each with an account.
 * @param {import('../lib/api-client.mjs').ApiClient} api
 * @param {{ keep: <T>(key: string, make: () => Promise<T> | T) => Promise<T> | T }} state
 * @param {{ city?: boolean }} [options] `city`: also one who teaches
 * @returns {Promise<Record<string, Person>>} by key
 */
export async function seedPeople(api, state, { city = false } = {}) {
  /** @type {Record<string, Person>} */
  const people = {};
  for (const { key, displayName, category, roles } of city ? [...PEOPLE, TRAINER] : PEOPLE) {
    people[key] = await state.keep(`member:${key}`, async () => {
      const { id: memberId } = await api.post('/api/v1/members', { displayName, category });
      if (category === 'resident') {
        await verifyResidency(api, memberId);
      }
      const credentials = { email: `${key}@demo.invalid`, password: newPassword() };
      const held = roles.map((role) => ({ role }));
      await api.post(`/api/v1/members/${memberId}/account`, { ...credentials, roles: held });
      return { memberId, displayName, roles, ...credentials };
    });
  }
  return people;
}

/**
 * The neighbours of the labs, of whom one has to prove again where she lives.
 * @param {import('../lib/api-client.mjs').ApiClient} api
 * @param {string[]} labIds where they usually come, one after the other
 * @returns {Promise<{ memberIds: string[], overdueId: string }>}
 */
export async function seedNeighbours(api, labIds) {
  /** @type {string[]} */
  const made = [];
  for (const { displayName, category } of [...NEIGHBOURS, OVERDUE]) {
    const homeLabId = labIds[made.length % labIds.length];
    const { id } = await api.post('/api/v1/members', { displayName, category, homeLabId });
    if (category === 'resident' && displayName !== OVERDUE.displayName) await verifyResidency(api, id);
    made.push(id);
  }
  return { memberIds: made, overdueId: made[made.length - 1] };
}

/** Where the people with an account usually come, one after the other. */
export async function seedHomeLabs(api, people, labIds) {
  for (const [at, { memberId }] of Object.values(people).entries())
    await api.patch(`/api/v1/members/${memberId}`, { homeLabId: labIds[at % labIds.length] });
}
