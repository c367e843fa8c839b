import { join } from 'node:path';
import { Stop } from '../lib/exit.mjs';
import { decimal, say } from '../lib/language.mjs';
import { BUILT } from '../lib/node-programs.mjs';
import { notable } from '../lib/notable.mjs';
import { startRedis } from '../lib/redis.mjs';
import { startServer } from '../lib/server.mjs';
import { freePort, portIsFree, waitUntil } from '../lib/wait.mjs';
import { cityDays } from './city-days.mjs';
import { chooseMachineAddresses, startAgent, startMachine } from './processes.mjs';
import { seedBilling } from './seed-billing.mjs';
import { seedCity } from './seed-city.mjs';
import { seedHours } from './seed-hours.mjs';
import { loadSpools, seedLabs } from './seed-labs.mjs';
import { seedPast, sendParts } from './seed-past.mjs';
import { seedPeople, signInAdministrator } from './seed-people.mjs';
import { seedReports } from './seed-reports.mjs';

const USUAL_PORT = 3000;
const MINUTE_MS = 60_000;
/** On a busy computer everything takes longer; a wait ends as soon as there is an answer. */
const PATIENCE_MS = 5 * MINUTE_MS;
const UNFINISHED = ['analysing', 'queued', 'running'];

const tell = (line) => process.stdout.write(`${line}\n`);

/** The port that people open: PORT, else the usual one where it is free. */
export async function choosePort() {
  if (process.env.PORT) return Number(process.env.PORT) || freePort();
  return (await portIsFree(USUAL_PORT)) ? USUAL_PORT : freePort();
}

/** A warning, or a plain line, of a program. */
function tellOf(name, line) {
  const text = notable(line);
  if (text !== undefined) tell(`${name}  ${text}`);
}

/** The one-time code of a link that the server prints. */
const setupCodeIn = (line) => /(?<=\/setup\?code=)[\w-]+/.exec(line)?.[0];

/**
 * Starts the service, seeds it where it is new, then starts the machines and the agents that it knows.
 * @param {import('../lib/processes.mjs').Launcher} launcher
 * @param {object} options
 * @param {string} options.directory
 * @param {import('./state.mjs').DemoState} options.state
 * @param {number} options.speed
 * @param {number} [options.port] where the server listens; by default where people expect the pages
 * @param {NodeJS.ProcessEnv} [options.serverEnv]
 * @param {import('../lib/node-programs.mjs').NodePrograms} [options.programs]
 * @param {boolean} [options.city] true: with a city's two years in it
 * @param {boolean} [options.quiet] false: warnings of the server and of the agents are shown
 */
export async function openNetwork(
  launcher,
  { directory, state, speed, port, serverEnv, programs = BUILT, city = false, quiet = true },
) {
  tell(say('Starting Redis and the server …', 'Démarrage de Redis et du serveur …'));
  const redisUrl = process.env.REDIS_URL || (await startRedis(launcher, join(directory, 'redis')));
  const addresses = { directory, redisUrl, port: port ?? (await choosePort()), mqttPort: await freePort() };
  let setupCode;
  let isSetUp = false;
  const onLine = (line) => {
    setupCode = setupCodeIn(line) ?? setupCode;
    // The set-up link is used here: a person who opens it would use it up.
    if (!quiet && isSetUp) tellOf('server', line);
  };
  // JSON lines: the launcher can tell warnings from the rest.
  const env = { LOG_PRETTY: 'false', ...serverEnv };
  const url = await startServer(launcher, {
    ...addresses,
    env,
    program: programs.server,
    quiet: true,
    onLine,
  });
  const mqttUrl = process.env.MQTT_URL || `mqtt://127.0.0.1:${addresses.mqttPort}`;
  const admin = await signInAdministrator(url, state, async () => {
    await waitUntil(async () => setupCode !== undefined, { timeoutMs: PATIENCE_MS });
    return setupCode;
  });
  isSetUp = true;
  // Only in a new network: the past comes before everything else, and its invoices have the first numbers.
  const isNew = state.values.past === undefined && state.values.jobs === undefined;
  const uploadIds = isNew ? await sendParts(admin, directory) : [];
  if (city && !isNew && state.values.city === undefined) throw withoutCity(directory);
  const isOfCity = city || state.values.city !== undefined;
  const people = await seedPeople(admin, state, { city: isOfCity });
  const since = isOfCity ? { from: cityDays(Date.now()).from } : {};
  const { organisationId } = await seedBilling(admin, state, since);
  const machineAddresses = await chooseMachineAddresses(directory);
  const { labs, machines, filaments } = await seedLabs(admin, state, machineAddresses, {
    city: city && isNew,
  });
  if (isNew) {
    const program = programs.machine;
    if (city) await buildCity(admin, { directory, state, uploadIds, people, labs, machines, program });
    await seedPast(admin, { directory, state, uploadIds, people, labs, machines, filaments, program });
    state.set('past', true);
    if (city) await presentReports(admin, { directory, state, people, labs, program, url });
  }
  await loadSpools(admin, machines);
  await giveUpUnfinished(admin);
  const [countOfMachines, countOfAgents] = [machines, labs].map((all) => Object.keys(all).length);
  tell(
    say(
      `Starting ${countOfMachines} machines and ${countOfAgents} agents …`,
      `Démarrage de ${countOfMachines} machines et de ${countOfAgents} agents …`,
    ),
  );
  for (const [key, machine] of Object.entries(machines)) {
    const address = machineAddresses[key];
    const reached = { machine: { ...machine, key }, address, mqttUrl, speed };
    await startMachine(launcher, { ...reached, program: programs.machine });
  }
  for (const [key, lab] of Object.entries(labs)) {
    const placed = { key, lab, url, mqttUrl, directory };
    await startAgent(launcher, { ...placed, program: programs.agent, quiet });
  }
  await machinesReady(admin, machines, directory);
  await tidyUp(admin, state, machines);
  return { url, admin, people, organisationId, labs, machines };
}

/**
 * Once: a start that is interrupted later goes on without it.
 * @param {any} api
 * @param {any} network what `seedCity` needs, and where the demonstration keeps its values
 */
async function buildCity(api, network) {
  const { state } = network;
  tell(say('Building a city of two years …', 'Construction d’une ville de deux années …'));
  const rows = await state.keep('city', () => seedCity(api, { ...network, admin: state.values.admin }));
  tell(say(`  ${decimal(rows, 0)} rows`, `  ${decimal(rows, 0)} lignes`));
}

/**
 * The half-years that are over were reported to the city; the one that runs is a draft.
 * @param {any} api
 * @param {any} network what `seedReports` needs, and the labs
 */
async function presentReports(api, { state, url, people, labs, ...rest }) {
  tell(say('Presenting the reports of the past …', 'Présentation des rapports passés …'));
  await seedHours(url, people.ada, labs.fontaine.id);
  const reports = await seedReports(api, { ...rest, people, admin: state.values.admin });
  tell(
    say(
      `  ${reports.presented} presented, ${reports.drafts} drafts`,
      `  ${reports.presented} présentés, ${reports.drafts} brouillons`,
    ),
  );
}

const withoutCity = (directory) =>
  new Stop(
    say(
      `The data in ${directory} were made without a city. Choose another folder with PANDAFAB_DATA_DIR.`,
      `Les données de ${directory} ont été créées sans la ville. Choisissez un autre dossier avec PANDAFAB_DATA_DIR.`,
    ),
  );

async function machinesReady(admin, machines, directory) {
  const ready = async () => {
    const views = await Promise.all(
      Object.values(machines).map(({ id }) => admin.get(`/api/v1/machines/${id}`)),
    );
    return views.every(({ live }) => live?.state === 'ready');
  };
  if (await waitUntil(ready, { timeoutMs: PATIENCE_MS, everyMs: 200 })) return;
  const logs = join(directory, 'logs');
  throw new Stop(
    say(
      `The machines do not answer. Their logs and the agents’ are in ${logs}`,
      `Les machines ne répondent pas. Leurs journaux et ceux des agents sont dans ${logs}`,
    ),
  );
}

async function unfinishedJobs(admin) {
  const lists = await Promise.all(
    UNFINISHED.map((state) => admin.get(`/api/v1/jobs?state=${state}&limit=200`)),
  );
  return lists.flatMap(({ items }) => items);
}

/** Before the agents come back: jobs that an interrupted demonstration left must not start now. */
async function giveUpUnfinished(admin) {
  for (const { id } of await unfinishedJobs(admin)) await admin.post(`/api/v1/jobs/${id}/cancel`);
}

/** When the agents have reported how interrupted runs ended: shows it, and confirms the beds as a person would. */
async function tidyUp(admin, state, machines) {
  const settled = async () => (await unfinishedJobs(admin)).length === 0;
  await waitUntil(settled, { timeoutMs: MINUTE_MS, everyMs: 200 });
  const last = await Promise.all((state.values.jobs ?? []).map((id) => admin.get(`/api/v1/jobs/${id}`)));
  const stopped = last.filter((job) => job.state === 'stopped');
  for (const job of stopped) tellStopped(job);
  if (stopped.length > 0) tell(say('The beds are confirmed clear.', 'Les plateaux sont confirmés libres.'));
  for (const { id } of Object.values(machines)) await admin.post(`/api/v1/machines/${id}/bed-clear`);
}

function tellStopped({ fileName, runs: [run] }) {
  const lines = run?.linesAcknowledged ?? 0;
  tell(
    say(
      `Interrupted last time: ${fileName}, stopped after ${lines} lines.`,
      `Interrompu la dernière fois : ${fileName}, arrêté après ${lines} lignes.`,
    ),
  );
}
