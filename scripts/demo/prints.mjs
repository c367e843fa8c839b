import { join } from 'node:path';
import { ApiClient } from '../lib/api-client.mjs';
import { root } from '../lib/root.mjs';
import { followJobs } from './follow.mjs';
import { seeItBegin, submitAfterReading } from './hour.mjs';
import { beginSale, endSale, issueDeposit, sellQuote } from './sale.mjs';
import { sendBySlicer } from './slicer.mjs';

const MINUTE_MS = 60_000;
/** The time that both files take at real speed, warming up included, with a margin. */
const LIFE_MINUTES = 150;
/** For a busy computer: the wait ends with the prints. */
const DELAY_MINUTES = 10;

export const fixture = (name) => join(root, 'test/fixtures/gcode', name);

async function signIn(url, { email, password }) {
  const client = new ApiClient(url);
  await client.login('/api/v1/auth/login', { email, password });
  return client;
}

/** The spool on each machine, with what each run took from it in grams. */
async function readSpools(admin, machines, labs) {
  const spools = [];
  for (const { id: machineId, lab, labId, spoolId } of Object.values(machines)) {
    const { items } = await admin.get(`/api/v1/labs/${labId}/spools`);
    const spool = items.find(({ id }) => id === spoolId);
    const movements = await admin.get(`/api/v1/spools/${spoolId}/movements`);
    const taken = new Map(movements.items.map(({ runId, grams }) => [runId, -grams]));
    spools.push({ ...spool, lab: labs[lab].name, machineId, taken });
  }
  return spools;
}

/**
 * Sells to a client, submits one print for a resident and one for the client, follows them, and bills the client. One
 * more is submitted after its maker has read its hour.
 * @param {object} network from `openNetwork`
 * @param {{ directory: string, state: import('./state.mjs').DemoState, speed: number, slicer?: import('./slicer.mjs').Slicer }} options
 *   `slicer`: the first print is sent by it
 */
export async function runPrints(network, { directory, state, speed, slicer }) {
  const { url, admin, people, organisationId, labs, machines } = network;
  const maker = await signIn(url, people.camille);
  const billing = await signIn(url, people.ines);
  const machineNames = new Map(Object.values(machines).map(({ id, name }) => [id, name]));
  const before = await readSpools(admin, machines, labs);
  const told = await submitAfterReading({ admin, maker }, machines.tcp, directory);
  const sale = await beginSale(billing, url, organisationId);
  const sold = await sellQuote(sale, 'Claire Fontaine');
  const deposit = await issueDeposit(sale);
  const mine = { labId: labs.fontaine.id, material: 'PLA' };
  const theirs = { labId: labs.gresilles.id, material: 'PLA', prestationId: sale.prestationId };
  const submitted = [
    slicer
      ? await sendBySlicer(slicer, fixture('cube20.gcode'), maker)
      : await maker.upload('/api/v1/jobs', fixture('cube20.gcode'), mine),
    await billing.upload('/api/v1/jobs', fixture('bracket.gcode'), theirs),
  ];
  const ids = submitted.map(({ jobs: [job] }) => job.id);
  state.set('jobs', ids);
  const timeoutMs = (DELAY_MINUTES + LIFE_MINUTES / speed) * MINUTE_MS;
  const jobs = await followJobs(admin, ids, machineNames, timeoutMs);
  const hour = await seeItBegin(admin, told, timeoutMs);
  const after = await readSpools(admin, machines, labs);
  const spools = after.map((spool, index) => ({ ...spool, gramsBefore: before[index].gramsLeft }));
  const {
    items: [usage],
  } = await admin.get(`/api/v1/usage-records?jobId=${ids[0]}`);
  const bill = jobs[1].state === 'done' ? await endSale(sale, directory) : {};
  const papers = { ...sold, deposit, ...bill };
  return { jobs, machines, labs, spools, usage, member: people.camille.displayName, papers, hour };
}
