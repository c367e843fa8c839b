import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from '../lib/exit.mjs';
import { root } from '../lib/root.mjs';
import { run } from '../lib/run.mjs';
import { cityDays } from './city-days.mjs';
import { readParts } from './seed-past.mjs';

/** The same city each time, but for the days. */
const SEED = 2016;

/**
 * Two years of a city: labs, people, sessions, visits, projects, prints, orders and a convention, whose reports are
 * still to be written. By a program of its own, since no operation of the API writes the past.
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
    ...{ ...days, seed: SEED, size: 'city', newMachines: false, clientPrints: false },
    labs: Object.entries(labs).map(([key, { id, name }]) => ({
      ...{ id, name },
      machines: Object.values(machines).flatMap((machine) => (machine.lab === key ? [machine.id] : [])),
    })),
    files: files.map(({ sha256 }) => ({ sha256 })),
  };
  const trainerMemberIds = [people.ada.memberId];
  return writeCity(directory, { now, moneyUntil, city, adminEmail: admin.email, trainerMemberIds }, program);
}

async function writeCity(directory, plan, program) {
  const file = join(directory, 'city.json');
  writeFileSync(file, JSON.stringify(plan), { mode: 0o600 });
  const { command, args, cwd } = program([join(root, 'scripts/demo/city-past.mjs'), file]);
  const env = { ...process.env, PANDAFAB_DATA_DIR: directory };
  const { code, output } = await run(command, args, { env, cwd, capture: true });
  rmSync(file);
  if (code !== 0) throw new Stop(output);
  return JSON.parse(output.trim().split('\n').at(-1) ?? '{}').rows;
}
