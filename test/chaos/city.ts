import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LabId, MachineId } from '@pandafab/shared';
import { accepts, freePort, HttpClient, pollUntil } from '@pandafab/testing';
import { Actor, type Role } from './actor';
import type { Happening, HotMachine } from './evidence';
import { ParkedMachine, watchHeaters } from './machine-park';
import { makePostgres } from './postgres';

const root = join(__dirname, '../..');
const SERVER = join(root, 'dist/apps/server/src/main.js');
const AGENT = join(root, 'dist/apps/agent/src/main.js');
const LABS = ['north', 'middle', 'south'];
const MACHINES_OF_LAB = 3;
const BED = { widthMm: 200, depthMm: 200, heightMm: 200 };

export interface Lab {
  readonly name: string;
  readonly id: LabId;
  readonly agent: Actor;
  readonly agentData: string;
  readonly machines: readonly { readonly id: MachineId; readonly parked: ParkedMachine }[];
}

interface Credentials {
  readonly agentId: string;
  readonly secret: string;
}

const answersLive = async (url: string): Promise<boolean> =>
  (await fetch(`${url}/api/health/live`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined))?.ok ??
  false;

/**
 * Real processes on loopback: two servers on PostgreSQL, Redis and Mosquitto, three labs with an agent each, and
 * beside each agent three virtual machines on pseudo-terminals.
 */
export class City {
  readonly happenings: Happening[] = [];
  readonly hot: HotMachine[] = [];
  readonly servers: Actor[] = [];
  readonly labs: Lab[] = [];
  /** A client of each server, as the administrator. */
  readonly clients: HttpClient[] = [];
  databaseUrl = '';
  redisUrl = '';
  /** Agents that cannot write as much as they would. */
  readonly cramped = new Set<Actor>();
  database!: Actor;
  redis!: Actor;
  broker!: Actor;
  private stopWatching = () => {};

  private constructor(
    private readonly directory: string,
    private readonly say: (text: string) => void,
  ) {}

  /** @param directory of its own, where everything is kept, each process's log too */
  static async found(directory: string, say: (text: string) => void): Promise<City> {
    const city = new City(directory, say);
    await chmod(directory, 0o755);
    await mkdir(join(directory, 'logs'), { recursive: true });
    await city.startFoundations();
    await city.startServers();
    await city.signIn();
    for (const name of LABS) city.labs.push(await city.openLab(name));
    city.stopWatching = watchHeaters(
      city.machines,
      (machine) => city.steadyMs(machine),
      (hot) => city.hot.push(hot),
    );
    return city;
  }

  get machines(): ParkedMachine[] {
    return this.labs.flatMap(({ machines }) => machines.map(({ parked }) => parked));
  }

  get actors(): Actor[] {
    return [this.database, this.redis, this.broker, ...this.servers, ...this.labs.map(({ agent }) => agent)];
  }

  /** Everything runs, is plugged in, and hears. */
  async heal(): Promise<void> {
    for (const actor of this.actors) actor.thaw();
    for (const actor of this.actors) await actor.start();
    for (const machine of this.machines) await machine.plugIn();
    await pollUntil('all labs to be online', () => this.allOnline(), 60_000);
  }

  /** Ends every process; in the reverse order of their start. */
  async close(): Promise<void> {
    this.stopWatching();
    for (const actor of this.actors.filter(Boolean).reverse()) await actor.stop();
    for (const machine of this.machines) await machine.unplug();
  }

  private async startFoundations(): Promise<void> {
    const { role, url } = await makePostgres(join(this.directory, 'postgres'));
    this.databaseUrl = url;
    this.database = await this.cast(role);
    const port = await freePort();
    this.redisUrl = `redis://127.0.0.1:${port}`;
    const data = join(this.directory, 'redis');
    await mkdir(data);
    const keep = ['--appendonly', 'yes', '--save', '', '--maxmemory-policy', 'noeviction'];
    const args = ['--bind', '127.0.0.1', '--port', String(port), '--dir', data, ...keep];
    this.redis = await this.cast({
      name: 'redis',
      command: 'redis-server',
      args,
      ready: () => accepts(port),
    });
    this.broker = await this.startBroker();
  }

  private brokerPort = 0;
  private async startBroker(): Promise<Actor> {
    this.brokerPort = await freePort();
    const port = this.brokerPort;
    const settings = join(this.directory, 'mosquitto.conf');
    const listener = `listener ${port} 127.0.0.1\nallow_anonymous true\n`;
    await writeFile(settings, `${listener}set_tcp_nodelay true\npersistence false\nuser root\n`);
    const args = ['-c', settings];
    return this.cast({ name: 'broker', command: '/usr/sbin/mosquitto', args, ready: () => accepts(port) });
  }

  private async startServers(): Promise<void> {
    for (const name of ['server-a', 'server-b']) {
      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      const env = {
        ...{ PATH: process.env.PATH, HOME: process.env.HOME, LOG_PRETTY: 'false', LOG_LEVEL: 'info' },
        ...{ PORT: String(port), PANDAFAB_DATA_DIR: join(this.directory, 'server') },
        ...{ DATABASE_URL: this.databaseUrl, REDIS_URL: this.redisUrl },
        MQTT_URL: `mqtt://127.0.0.1:${this.brokerPort}`,
      };
      this.clients.push(new HttpClient(url));
      const role = { name, command: process.execPath, args: [SERVER], env, ready: () => answersLive(url) };
      this.servers.push(await this.cast(role));
    }
  }

  /** The first administrator, by the one-time link that the first server prints. */
  private async signIn(): Promise<void> {
    const [first] = this.clients as [HttpClient];
    const log = join(this.directory, 'logs', 'server-a.log');
    const code = await pollUntil(
      'the set-up link',
      async () => /setup\?code=([^\s"\\]+)/.exec(await readFile(log, 'utf8'))?.[1],
    );
    const person = { displayName: 'Ada', email: 'ada@example.org', password: 'a phrase to remember' };
    await expectStatus(first.post('/api/v1/setup', { ...person, code }), 200, 201, 204);
    await expectStatus(first.post('/api/v1/auth/login', person), 204);
    const origin = { headers: { origin: first.baseUrl } };
    const { token } = await expectStatus(
      first.post<{ token: string }>('/api/v1/tokens', { name: 'chaos' }, origin),
      201,
    );
    for (const [at, { baseUrl }] of this.clients.entries()) this.clients[at] = new HttpClient(baseUrl, token);
  }

  private async openLab(name: string): Promise<Lab> {
    const id = (await this.make<{ id: LabId }>('/labs', { name })).id;
    const credentials = await this.make<Credentials>(`/labs/${id}/agent`, {});
    const machines = [];
    for (let at = 1; at <= MACHINES_OF_LAB; at++)
      machines.push(await this.installMachine(id, `${name}-${at}`));
    const agentData = join(this.directory, `agent-${name}`);
    const agent = await this.startAgent(name, id, credentials, agentData);
    return { name, id, agent, agentData, machines };
  }

  private async installMachine(labId: LabId, name: string) {
    const parked = new ParkedMachine(name, this.directory, this.happenings);
    await parked.plugIn();
    const machine = { name, profileId: 'marlin-2', connection: parked.device, baudRate: 115_200, ...BED };
    const { id } = await this.make<{ id: MachineId }>(`/labs/${labId}/machines`, machine);
    const kind = { material: 'PLA', brand: 'X', colour: 'blue', densityGramsPerCm3: 1.24 };
    const { id: filamentId } = await this.make<{ id: string }>('/filaments', kind);
    const spool = { filamentId, label: name, netGrams: 50_000 };
    const { id: spoolId } = await this.make<{ id: string }>(`/labs/${labId}/spools`, spool);
    const [client] = this.clients as [HttpClient];
    await expectStatus(client.request('PUT', `/api/v1/machines/${id}/spool`, { body: { spoolId } }), 200);
    return { id, parked };
  }

  private startAgent(
    name: string,
    labId: LabId,
    { agentId, secret }: Credentials,
    data: string,
  ): Promise<Actor> {
    const server = this.clients[LABS.indexOf(name) % 2] as HttpClient;
    const env = {
      ...{ PATH: process.env.PATH, HOME: process.env.HOME, LOG_PRETTY: 'false', LOG_LEVEL: 'info' },
      ...{ PANDAFAB_SERVER_URL: server.baseUrl, PANDAFAB_MQTT_URL: `mqtt://127.0.0.1:${this.brokerPort}` },
      ...{ PANDAFAB_LAB_ID: labId, PANDAFAB_AGENT_ID: agentId, PANDAFAB_AGENT_SECRET: secret },
      PANDAFAB_AGENT_DATA_DIR: data,
    };
    const args = ['--max-semi-space-size=1', AGENT];
    const role = { name: `agent-${name}`, command: process.execPath, args, env, ready: () => true };
    return this.cast({ ...role, mayEnd: (signal) => signal === 'SIGXFSZ' });
  }

  private async cast(role: Omit<Role, 'logFile'>): Promise<Actor> {
    const logFile = join(this.directory, 'logs', `${role.name}.log`);
    const actor = new Actor({ ...role, logFile }, (name, how) => this.say(`${name} ended by itself: ${how}`));
    // Whatever ends this process, a failure or Ctrl-C, ends the city.
    process.once('exit', () => actor.killNow());
    await actor.start();
    return actor;
  }

  private async make<Body>(path: string, body: unknown): Promise<Body> {
    const [client] = this.clients as [HttpClient];
    return expectStatus(client.post<Body>(`/api/v1${path}`, body), 201);
  }

  private async allOnline(): Promise<boolean> {
    const seen = await Promise.all(
      this.clients.map(async (client) => {
        const answer = await client
          .get<{ items: { agentOnline: boolean }[] }>('/api/v1/labs')
          .catch(() => undefined);
        return answer?.status === 200 && answer.body.items.every(({ agentOnline }) => agentOnline);
      }),
    );
    return seen.every(Boolean);
  }

  private steadyMs(machine: ParkedMachine): number {
    const agent = this.labs.find(({ machines }) => machines.some(({ parked }) => parked === machine))?.agent;
    return agent && !this.cramped.has(agent) ? agent.steadyMs : 0;
  }
}

/** @throws Error with the answer when its status is none of these */
export async function expectStatus<Body>(
  request: Promise<{ status: number; body: Body; text: string }>,
  ...expected: readonly number[]
): Promise<Body> {
  const { status, body, text } = await request;
  if (!expected.includes(status)) throw new Error(`answered ${status}: ${text}`);
  return body;
}
