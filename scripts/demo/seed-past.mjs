import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from '../lib/exit.mjs';
import { waitUntil } from '../lib/wait.mjs';
import { gcodeOf, PARTS } from './parts.mjs';
import { runProgram } from './run-program.mjs';
import { pastOrders, seedClients } from './seed-billing.mjs';
import { spoolLabel } from './seed-labs.mjs';
import { seedHomeLabs, seedNeighbours } from './seed-people.mjs';

const READ_WITHIN_MS = 5 * 60_000;
const POLL_MS = 150;
const OVERDUE_DAYS = 9;

/** Where the parts are on disk, for those who submit them later. */
export const partPath = (directory, { fileName }) => join(directory, 'parts', fileName);

/**
 * Draws the parts, and sends them to the server, which analyses them and draws their pictures.
 * @returns {Promise<string[]>} the ids of the uploads
 */
export async function sendParts(api, directory) {
  mkdirSync(join(directory, 'parts'), { recursive: true });
  const ids = [];
  for (const part of PARTS) {
    writeFileSync(partPath(directory, part), gcodeOf(part));
    ids.push((await api.upload('/api/v1/uploads', partPath(directory, part))).id);
  }
  return ids;
}

/**
 * The parts as the server has read them.
 * @param {import('../lib/api-client.mjs').ApiClient} api
 * @param {string[]} uploadIds from `sendParts`
 */
export async function readParts(api, uploadIds) {
  let uploads = [];
  const areRead = async () => {
    uploads = await Promise.all(uploadIds.map((id) => api.get(`/api/v1/uploads/${id}`)));
    return uploads.every(({ state }) => state !== 'pending');
  };
  await waitUntil(areRead, { timeoutMs: READ_WITHIN_MS, everyMs: POLL_MS });
  const unread = uploads.find(({ state }) => state !== 'analysed');
  if (unread) throw new Stop(`${unread.fileName}: ${unread.state}`);
  return uploads.map(({ fileSha256: sha256, fileName, analysis }) => ({
    ...{ sha256, fileName, seconds: analysis.timeSeconds, lines: analysis.lines },
    material: PARTS.find((part) => part.fileName === fileName)?.material,
    filamentUm: analysis.filamentMm.map((length) => Math.round(length * 1000)),
  }));
}

/** One on each machine, in use for some time; and on the shelf, one that is nearly empty and one that is new. */
function spoolsOf(machines, labs, filaments) {
  const used = { serial: 130, tcp: 90, bridge: 60, 'montchapet-1': 210, 'bourroches-1': 340 };
  const onMachines = Object.entries(machines).map(([key, { name, labId, filamentId }]) => ({
    ...{ machine: key, labId, filamentId, label: spoolLabel(name, 1), usedGrams: used[key] },
  }));
  const shelf = { labId: labs.fontaine.id };
  return [
    ...onMachines,
    { ...shelf, filamentId: filaments.orange, label: 'Étagère – orange', usedGrams: 905 },
    { ...shelf, filamentId: filaments.white, label: 'Étagère – blanc' },
  ];
}

/**
 * Two weeks of prints, clients' orders and invoices, before today: written by a program of its own, since no operation
 * of the API writes the past.
 * @param {import('../lib/api-client.mjs').ApiClient} api
 * @param {object} network
 * @param {string} network.directory
 * @param {{ keep: <T>(key: string, make: () => Promise<T> | T) => Promise<T> | T }} network.state
 * @param {string[]} network.uploadIds from `sendParts`
 * @param {Record<string, import('./seed-people.mjs').Person>} network.people
 * @param {Record<string, any>} network.labs
 * @param {Record<string, any>} network.machines
 * @param {Record<string, string>} network.filaments their ids
 * @param {import('../lib/node-programs.mjs').NodeProgram} network.program how the program is run
 */
export async function seedPast(
  api,
  { directory, state, uploadIds, people, labs, machines, filaments, program },
) {
  const labIds = [labs.fontaine.id, labs.gresilles.id];
  await seedHomeLabs(api, people, labIds);
  // Kept at once: a start that is interrupted here goes on from here at the next one.
  const { memberIds, overdueId } = await state.keep('neighbours', () => seedNeighbours(api, labIds));
  const clients = await state.keep('clients', () => seedClients(api));
  const files = await readParts(api, uploadIds);
  const plan = {
    ...{ now: Date.now(), machines, files, spools: spoolsOf(machines, labs, filaments) },
    labs: Object.fromEntries(
      Object.entries(labs).map(([key, { agent }]) => [key, { agentId: agent.agentId }]),
    ),
    people: { sacha: people.sacha.memberId, ines: people.ines.memberId },
    memberIds: [...['camille', 'noa', 'lina', 'ecole'].map((key) => people[key].memberId), ...memberIds],
    overdue: { memberId: overdueId, daysAgo: OVERDUE_DAYS },
    orders: pastOrders(clients, files),
  };
  /** @type {Record<string, string>} The spool on each machine, by the machine's key. */
  const loaded = await runProgram('past.mjs', plan, { directory, program });
  for (const [key, spoolId] of Object.entries(loaded))
    await api.put(`/api/v1/machines/${machines[key].id}/spool`, { spoolId });
  for (const id of uploadIds) await api.request('DELETE', `/api/v1/uploads/${id}`);
}
