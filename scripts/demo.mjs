import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { followJobs } from './demo/follow.mjs';
import { chooseConnections, startAgent, startMachine, startServer } from './demo/processes.mjs';
import { openPrestation, seedBilling } from './demo/seed-billing.mjs';
import { seedLabs, tidyUp } from './demo/seed-labs.mjs';
import { seedPeople, signInAdministrator } from './demo/seed-people.mjs';
import { DemoState } from './demo/state.mjs';
import { summarise, verify } from './demo/summary.mjs';
import { ApiClient } from './lib/api-client.mjs';
import { EXIT, main, Stop } from './lib/exit.mjs';
import { say } from './lib/language.mjs';
import { Launcher } from './lib/processes.mjs';
import { startRedis } from './lib/redis.mjs';
import { dataDirectory, root } from './lib/root.mjs';
import { ensureSetup } from './lib/setup.mjs';
import { freePort, portIsFree, waitUntil } from './lib/wait.mjs';

const USUAL_PORT = 3000;
const DEFAULT_SPEED = 120;
const MINUTE_MS = 60_000;

const HELP = say(
  `npm run demo [-- --once] [-- --speed N]

Sets up what lacks, then shows the whole chain on a network of its own: two labs, three virtual machines (serial line,
TCP, MQTT), a resident's free print and a client's invoiced one. Keeps serving until Ctrl-C. Nothing of it touches the
real service's data.

  --once      end after the summary: 0 only if all of it really happened
  --speed N   how many times faster than life the machines are (${DEFAULT_SPEED})
  --help

  PANDAFAB_DATA_DIR   where the demonstration is kept (.data/demo)
  PORT                web pages and HTTP API (${USUAL_PORT}, else any free one)

Exit codes: 0 ended as asked, 1 something did not happen, 2 something must be installed by hand (the lines are printed).`,
  `npm run demo [-- --once] [-- --speed N]

Prépare ce qui manque, puis montre toute la chaîne sur un réseau à part : deux labs, trois machines virtuelles (liaison
série, TCP, MQTT), l’impression gratuite d’un résident et celle, facturée, d’un client. Reste en service jusqu’à Ctrl-C.
Rien n’y touche aux données du vrai service.

  --once      s’arrêter après le bilan : 0 seulement si tout a vraiment eu lieu
  --speed N   combien de fois plus vite que nature vont les machines (${DEFAULT_SPEED})
  --help

  PANDAFAB_DATA_DIR   où la démonstration est gardée (.data/demo)
  PORT                pages web et API HTTP (${USUAL_PORT}, sinon un port libre)

Codes de sortie : 0 arrêté sur demande, 1 quelque chose n’a pas eu lieu, 2 il faut installer quelque chose (les lignes sont affichées).`,
);

const { values } = parseArgs({
  options: { help: { type: 'boolean' }, once: { type: 'boolean' }, speed: { type: 'string' } },
});

const tell = (line) => process.stdout.write(`${line}\n`);

async function choosePort() {
  if (process.env.PORT) return Number(process.env.PORT) || freePort();
  return (await portIsFree(USUAL_PORT)) ? USUAL_PORT : freePort();
}

/** The one-time code of the link that the server wrote to its log; the last one, since each start makes another. */
const setupCode = (directory) => () =>
  readFileSync(join(directory, 'logs', 'server.log'), 'utf8')
    .match(/(?<=\/setup\?code=)[\w-]+/g)
    ?.at(-1);

/** Starts the service and seeds it; the machines and agents come once the server knows them. */
async function openNetwork(launcher, directory, speed) {
  const redisUrl = process.env.REDIS_URL || (await startRedis(launcher, join(directory, 'redis')));
  const addresses = { directory, redisUrl, port: await choosePort(), mqttPort: await freePort() };
  const { url, mqttUrl } = await startServer(launcher, addresses);
  const state = new DemoState(directory);
  const admin = await signInAdministrator(url, state, setupCode(directory));
  const people = await seedPeople(admin, state);
  const { organisationId } = await seedBilling(admin, state);
  const connections = await chooseConnections(directory);
  const { labs, machines } = await seedLabs(admin, state, connections);
  await tidyUp(admin, machines);
  tell(say('Starting machines and agents …', 'Démarrage des machines et des agents …'));
  for (const [key, machine] of Object.entries(machines)) {
    await startMachine(launcher, {
      machine: { ...machine, key },
      connection: connections[key],
      mqttUrl,
      speed,
    });
  }
  for (const [key, lab] of Object.entries(labs))
    await startAgent(launcher, { key, lab, url, mqttUrl, directory });
  return { url, admin, state, people, organisationId, labs, machines };
}

async function machinesReady({ admin, machines }) {
  const ready = async () => {
    const views = await Promise.all(
      Object.values(machines).map(({ id }) => admin.get(`/api/v1/machines/${id}`)),
    );
    return views.every(({ live }) => live?.connection === 'ready');
  };
  if (await waitUntil(ready, { timeoutMs: MINUTE_MS, everyMs: 200 })) return;
  const logs = say('their logs are in the logs folder of', 'leurs journaux sont dans le dossier logs de');
  throw new Stop(`${say('The machines do not answer', 'Les machines ne répondent pas')}; ${logs} .data/demo`);
}

async function signIn(url, { email, password }) {
  const client = new ApiClient(url);
  await client.login('/api/v1/auth/login', { email, password });
  return client;
}

async function spoolsNow(admin, machines) {
  const spools = [];
  for (const { labId, spoolId } of Object.values(machines)) {
    const { items } = await admin.get(`/api/v1/labs/${labId}/spools`);
    const spool = items.find(({ id }) => id === spoolId);
    const { total } = await admin.get(`/api/v1/spools/${spoolId}/movements`);
    spools.push({
      label: spool.label,
      material: spool.filament.material,
      left: spool.gramsLeft,
      movements: total,
    });
  }
  return spools;
}

/** Submits one print for a resident and one for a client, follows them, and bills the client. */
async function runPrints(network, directory, speed) {
  const { url, admin, people, organisationId, labs, machines } = network;
  const maker = await signIn(url, people.camille);
  const billing = await signIn(url, people.ines);
  const machineNames = new Map(Object.values(machines).map(({ id, name }) => [id, name]));
  const before = await spoolsNow(admin, machines);
  const prestation = await openPrestation(billing, organisationId);
  const file = (name) => join(root, 'test/fixtures/gcode', name);
  const mine = { labId: labs.fontaine.id, material: 'PLA' };
  const theirs = { labId: labs.gresilles.id, material: 'PLA', prestationId: prestation.id };
  const submitted = [
    await maker.upload('/api/v1/jobs', file('cube20.gcode'), mine),
    await billing.upload('/api/v1/jobs', file('bracket.gcode'), theirs),
  ];
  const ids = submitted.map(({ jobs: [job] }) => job.id);
  const jobs = await followJobs(admin, ids, machineNames, 5 * MINUTE_MS + (150 / speed) * MINUTE_MS);
  const after = await spoolsNow(admin, machines);
  const spools = after.map((spool, i) => ({
    ...spool,
    before: before[i].left,
    runs: spool.movements - before[i].movements,
  }));
  const {
    items: [usage],
  } = await admin.get(`/api/v1/usage-records?jobId=${ids[0]}`);
  const bill = jobs[1].state === 'done' ? await issueInvoice(billing, prestation.id, directory) : {};
  return { jobs, machineNames, spools, usage, member: people.camille.displayName, ...bill };
}

async function issueInvoice(billing, prestationId, directory) {
  const { id } = await billing.post(`/api/v1/prestations/${prestationId}/invoice`);
  const invoice = await billing.get(`/api/v1/invoices/${id}`);
  mkdirSync(join(directory, 'invoices'), { recursive: true });
  const pdfPath = join(directory, 'invoices', `${invoice.number}.pdf`);
  await billing.download(`/api/v1/invoices/${id}/pdf`, pdfPath);
  return { invoice, pdfPath };
}

function tellAccounts({ url, state, people }) {
  const accounts = [{ ...state.values.admin, roles: ['administrator'] }, ...Object.values(people)];
  tell(say('It goes on serving; Ctrl-C ends it.', 'La démonstration reste en service ; Ctrl-C l’arrête.'));
  tell(`  ${say('Sign in', 'Connexion')}: ${url}`);
  tell(
    `  ${say('API description, once signed in', 'Description de l’API, une fois connecté')}: ${url}/api/openapi.json`,
  );
  tell(say('  Accounts, made up for this demonstration:', '  Comptes, inventés pour cette démonstration :'));
  for (const { displayName, email, password, roles } of accounts) {
    tell(`    ${email.padEnd(24)} ${password.padEnd(14)} ${displayName} (${roles.join(', ')})`);
  }
}

async function demonstrate(launcher, directory, speed) {
  const network = await openNetwork(launcher, directory, speed);
  await machinesReady(network);
  const result = await runPrints(network, directory, speed);
  tell(summarise(result));
  const checks = verify(result);
  for (const [what, ok] of checks) tell(`  ${ok ? '✓' : '✗'} ${what}`);
  tell('');
  const worked = checks.every(([, ok]) => ok);
  if (values.once) return worked ? EXIT.ok : EXIT.failed;
  tellAccounts(network);
  return undefined;
}

await main(async () => {
  if (values.help) {
    tell(HELP);
    return EXIT.ok;
  }
  const speed = Number(values.speed ?? DEFAULT_SPEED);
  if (!(speed > 0))
    throw new Stop(say('--speed wants a number above 0.', '--speed demande un nombre supérieur à 0.'));
  await ensureSetup('demo');
  const directory = dataDirectory('.data/demo');
  const launcher = new Launcher({ directory });
  return launcher.supervise(() => demonstrate(launcher, directory, speed));
});
