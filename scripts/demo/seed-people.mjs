import { randomBytes } from 'node:crypto';
import { ApiClient } from '../lib/api-client.mjs';

const DAY_MS = 24 * 3600 * 1000;

/** Made up anew for each demonstration: nothing here has a password that anybody knows beforehand. */
const newPassword = () => randomBytes(9).toString('base64url');

const PEOPLE = [
  { key: 'camille', displayName: 'Camille Roux', category: 'resident', roles: ['maker'] },
  { key: 'noa', displayName: 'Noa Martin', category: 'non-resident', roles: ['maker'] },
  { key: 'lina', displayName: 'Lina Petit', category: 'student', roles: ['maker'] },
  { key: 'ecole', displayName: 'École Champollion, CM2', category: 'school-group', roles: ['maker'] },
  { key: 'sacha', displayName: 'Sacha Bernard', category: 'non-resident', roles: ['maker', 'manager'] },
  { key: 'ines', displayName: 'Inès Faure', category: 'non-resident', roles: ['billing'] },
];

/**
 * Creates the first administrator with the one-time link that the server printed, as a person would.
 * @param {string} url the server
 * @param {import('./state.mjs').DemoState} state
 * @param {() => Promise<string | undefined>} setupCode the code that the server says
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

/**
 * Members of each kind, each with an account.
 * @returns {Promise<Record<string, { memberId: string, displayName: string, email: string, password: string, roles: string[] }>>}
 */
export async function seedPeople(api, state) {
  const people = {};
  for (const { key, displayName, category, roles } of PEOPLE) {
    people[key] = await state.keep(`member:${key}`, async () => {
      const { id: memberId } = await api.post('/api/v1/members', { displayName, category });
      if (category === 'resident') {
        const validUntil = new Date(Date.now() + 365 * DAY_MS).toISOString();
        await api.post(`/api/v1/members/${memberId}/residency`, { validUntil });
      }
      const credentials = { email: `${key}@demo.invalid`, password: newPassword() };
      const held = roles.map((role) => ({ role }));
      await api.post(`/api/v1/members/${memberId}/account`, { ...credentials, roles: held });
      return { memberId, displayName, roles, ...credentials };
    });
  }
  return people;
}
