import { cityDays } from './city-days.mjs';
import { runProgram } from './run-program.mjs';
import { readParts } from './seed-past.mjs';

/** The same city each time, but for the days. */
const SEED = 2016;

/**
 * Two years of a city: labs, people, sessions, visits, projects, prints, orders and a convention. By a program of its own, since no operation of the API writes the past.
 * @param {import('../lib/api-client.mjs').ApiClient} api signed in as administrator
 * @param {object} network
 * @param {string} network.directory
 * @param {string[]} network.uploadIds from `sendParts`
 * @param {{ email: string }} network.admin the first administrator's account
 * @param {Record<string, import('./seed-people.mjs').Person>} network.people
 * @param {Record<string, any>} network.labs
 * @param {Record<string, any>} network.machines
 * @param {import('../lib/node-programs.mjs').NodeProgram} network.program how the program is run
 * @returns {Promise<number>} how many rows it wrote
 */
export async function seedCity(api, { directory, uploadIds, admin, people, labs, machines, program }) {
  const files = await readParts(api, uploadIds);
  const now = Date.now();
  const { moneyUntil, ...days } = cityDays(now);
  const city = {
    ...{ ...days, seed: SEED, size: 'city', clientPrints: false },
    labs: Object.entries(labs).map(([key, { id, name }]) => ({
      ...{ id, name },
      machines: Object.values(machines).flatMap((machine) => (machine.lab === key ? [machine.id] : [])),
    })),
    files: files.map(({ sha256 }) => ({ sha256 })),
  };
  const trainerMemberIds = [people.ada.memberId];
  const plan = { now, moneyUntil, city, adminEmail: admin.email, trainerMemberIds };
  return (await runProgram('city-past.mjs', plan, { directory, program })).rows;
}
