import { join } from 'node:path';
import { Stop } from '../lib/exit.mjs';
import { say } from '../lib/language.mjs';
import { startRedis } from '../lib/redis.mjs';
import { startServer } from '../lib/server.mjs';
import { freePort, portIsFree, waitUntil } from '../lib/wait.mjs';
import { chooseConnections, startAgent, startMachine } from './processes.mjs';
import { seedBilling } from './seed-billing.mjs';
import { seedLabs } from './seed-labs.mjs';
import { seedPeople, signInAdministrator } from './seed-people.mjs';

const USUAL_PORT = 3000;
const MINUTE_MS = 60_000;
const UNFINISHED = ['analysing', 'queued', 'running'];

const tell = (line) => process.stdout.write(`${line}\n`);

async function choosePort() {
  if (process.env.PORT) return Number(process.env.PORT) || freePort();
  return (await portIsFree(USUAL_PORT)) ? USUAL_PORT : freePort();
}

/** The one-time code of a link that the server says. */
const setupCodeIn = (line) => /(?<=\/setup\?code=)[\w-]+/.exec(line)?.[0];

/**
 * Starts the service, seeds it where it is new, then starts the machines and the agents that it knows.
 * @param {import('../lib/processes.mjs').Launcher} launcher
 * @param {{ directory: string, state: import('./state.mjs').DemoState, speed: number }} options
 */
export async function openNetwork(launcher, { directory, state, speed }) {
  tell(say('Starting Redis and the server …', 'Démarrage de Redis et du serveur …'));
  const redisUrl = process.env.REDIS_URL || (await startRedis(launcher, join(directory, 'redis')));
  const addresses = { directory, redisUrl, port: await choosePort(), mqttPort: await freePort() };
  // Its log is JSON lines, and a demonstration shows none of it.
  let setupCode;
  const onLine = (line) => {
    setupCode = setupCodeIn(line) ?? setupCode;
  };
  const env = { LOG_PRETTY: 'false' };
  const url = await startServer(launcher, { ...addresses, env, quiet: true, onLine });
  const mqttUrl = process.env.MQTT_URL || `mqtt://127.0.0.1:${addresses.mqttPort}`;
  const admin = await signInAdministrator(url, state, async () => {
    await waitUntil(async () => setupCode !== undefined, { timeoutMs: MINUTE_MS });
    return setupCode;
  });
  const people = await seedPeople(admin, state);
  const { organisationId } = await seedBilling(admin, state);
  const connections = await chooseConnections(directory);
  const { labs, machines } = await seedLabs(admin, state, connections);
  await giveUpUnfinished(admin);
  tell(say('Starting three machines and two agents …', 'Démarrage de trois machines et de deux agents …'));
  for (const [key, machine] of Object.entries(machines)) {
    const connection = connections[key];
    await startMachine(launcher, { machine: { ...machine, key }, connection, mqttUrl, speed });
  }
  for (const [key, lab] of Object.entries(labs))
    await startAgent(launcher, { key, lab, url, mqttUrl, directory });
  await machinesReady(admin, machines, directory);
  await tidyUp(admin, state, machines);
  return { url, admin, people, organisationId, labs, machines };
}

async function machinesReady(admin, machines, directory) {
  const ready = async () => {
    const views = await Promise.all(
      Object.values(machines).map(({ id }) => admin.get(`/api/v1/machines/${id}`)),
    );
    return views.every(({ live }) => live?.connection === 'ready');
  };
  if (await waitUntil(ready, { timeoutMs: MINUTE_MS, everyMs: 200 })) return;
  const logs = join(directory, 'logs');
  throw new Stop(
    say(
      `The machines do not answer. What they and the agents said is in ${logs}`,
      `Les machines ne répondent pas. Ce qu’elles et les agents ont dit est dans ${logs}`,
    ),
  );
}

async function unfinishedJobs(admin) {
  const lists = await Promise.all(
    UNFINISHED.map((state) => admin.get(`/api/v1/jobs?state=${state}&limit=200`)),
  );
  return lists.flatMap(({ items }) => items);
}

/** Before the agents come back: what an interrupted demonstration left must not start now. */
async function giveUpUnfinished(admin) {
  for (const { id } of await unfinishedJobs(admin)) await admin.post(`/api/v1/jobs/${id}/cancel`);
}

/** Once the agents have said how interrupted runs ended: tells it, and confirms the beds as a person would. */
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
