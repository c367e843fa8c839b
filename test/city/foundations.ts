import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SCOPES } from '@pandafab/domain';
import { accepts, freePort, HttpClient, mosquittoProgram, pollUntil } from '@pandafab/testing';
import { Actor, type Role } from './actor';
import { makePostgres } from './postgres';

const DIST = join(__dirname, '../../dist');
const SERVER = 'apps/server/src/app/main.js';
const AGENT = 'apps/agent/src/main.js';

export type CityDatabase = 'sqlite' | 'postgres';

export interface FoundationOptions {
  /** A directory for this city only: all its files, and the log of each process. */
  readonly directory: string;
  readonly say: (text: string) => void;
  readonly servers: number;
  /** `sqlite`: one file in the servers' data directory, as where nothing is set. */
  readonly database?: CityDatabase;
  /** A build other than this repository's. */
  readonly dist?: string;
  /** Put before each command, such as `taskset -c 0`. */
  readonly wrap?: readonly string[];
  readonly logLevel?: string;
  /** Settings of the servers, as the environment names them. */
  readonly settings?: NodeJS.ProcessEnv;
}

export interface AgentIdentity {
  readonly name: string;
  readonly labId: string;
  readonly agentId: string;
  readonly secret: string;
  readonly serverUrl: string;
  readonly directory: string;
}

const answersLive = async (url: string): Promise<boolean> =>
  (await fetch(`${url}/api/health/live`, { signal: AbortSignal.timeout(2000) }).catch(() => undefined))?.ok ??
  false;

/** The processes that every city needs, real ones on loopback: PostgreSQL or none, Redis, Mosquitto and servers. */
export class Foundations {
  readonly servers: Actor[] = [];
  /** A client of each server, signed in as the administrator. */
  readonly clients: HttpClient[] = [];
  /** Empty on SQLite. */
  databaseUrl = '';
  redisUrl = '';
  brokerUrl = '';
  /** Undefined on SQLite. */
  database: Actor | undefined;
  redis!: Actor;
  broker!: Actor;

  private constructor(private readonly options: FoundationOptions) {}

  static async lay(options: FoundationOptions): Promise<Foundations> {
    const foundations = new Foundations(options);
    // PostgreSQL may have to run as a user of its own.
    await chmod(options.directory, 0o755);
    await mkdir(join(options.directory, 'logs'), { recursive: true });
    if (options.database !== 'sqlite') await foundations.startDatabase();
    await foundations.startRedis();
    await foundations.startBroker();
    for (let at = 0; at < options.servers; at++) await foundations.startServer(`server-${'abc'[at]}`);
    await foundations.signIn();
    return foundations;
  }

  get actors(): Actor[] {
    return [...(this.database ? [this.database] : []), this.redis, this.broker, ...this.servers];
  }

  /** Where the servers keep files, and the database where that is SQLite. */
  get serverData(): string {
    return join(this.options.directory, 'server');
  }

  get sqliteFile(): string {
    return join(this.serverData, 'pandafab.sqlite');
  }

  /** A lab's real agent. It runs when this resolves; it may not be connected yet. */
  startAgent({ name, labId, agentId, secret, serverUrl, directory }: AgentIdentity): Promise<Actor> {
    const env = {
      ...this.environment(),
      ...{ PANDAFAB_SERVER_URL: serverUrl, PANDAFAB_MQTT_URL: this.brokerUrl },
      ...{ PANDAFAB_LAB_ID: labId, PANDAFAB_AGENT_ID: agentId, PANDAFAB_AGENT_SECRET: secret },
      PANDAFAB_AGENT_DATA_DIR: directory,
    };
    const args = ['--max-semi-space-size=1', this.entry(AGENT)];
    const role = { name: `agent-${name}`, command: process.execPath, args, env, ready: () => true };
    return this.cast({ ...role, upText: 'agent running' });
  }

  /** @throws Error with the answer when it is not made */
  async make<Body>(path: string, body: unknown): Promise<Body> {
    const [client] = this.clients as [HttpClient];
    return expectStatus(client.post<Body>(`/api/v1${path}`, body), 201);
  }

  private async startDatabase(): Promise<void> {
    const { role, url } = await makePostgres(join(this.options.directory, 'postgres'));
    this.databaseUrl = url;
    this.database = await this.cast(role);
  }

  private async startRedis(): Promise<void> {
    const port = await freePort();
    this.redisUrl = `redis://127.0.0.1:${port}`;
    const data = join(this.options.directory, 'redis');
    await mkdir(data);
    const keep = ['--appendonly', 'yes', '--save', '', '--maxmemory-policy', 'noeviction'];
    const args = ['--bind', '127.0.0.1', '--port', String(port), '--dir', data, ...keep];
    this.redis = await this.cast({
      name: 'redis',
      command: 'redis-server',
      args,
      ready: () => accepts(port),
    });
  }

  private async startBroker(): Promise<void> {
    const port = await freePort();
    this.brokerUrl = `mqtt://127.0.0.1:${port}`;
    const settings = join(this.options.directory, 'mosquitto.conf');
    const listener = `listener ${port} 127.0.0.1\nallow_anonymous true\n`;
    await writeFile(settings, `${listener}set_tcp_nodelay true\npersistence false\n`);
    const args = ['-c', settings];
    this.broker = await this.cast({
      name: 'broker',
      command: mosquittoProgram(),
      args,
      ready: () => accepts(port),
    });
  }

  private async startServer(name: string): Promise<void> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    const env = {
      ...this.environment(),
      ...{ PORT: String(port), PANDAFAB_DATA_DIR: this.serverData },
      ...{ REDIS_URL: this.redisUrl, MQTT_URL: this.brokerUrl },
      ...(this.databaseUrl && { DATABASE_URL: this.databaseUrl }),
      ...this.options.settings,
    };
    this.clients.push(new HttpClient(url));
    const args = [this.entry(SERVER)];
    const role = { name, command: process.execPath, args, env, ready: () => answersLive(url) };
    this.servers.push(await this.cast({ ...role, upText: 'successfully started' }));
  }

  /** The first administrator, by the one-time link that the first server prints. */
  private async signIn(): Promise<void> {
    const [first] = this.clients as [HttpClient];
    const log = join(this.options.directory, 'logs', 'server-a.log');
    const code = await pollUntil(
      'the set-up link',
      async () => /setup\?code=([^\s"\\]+)/.exec(await readFile(log, 'utf8'))?.[1],
    );
    const person = { displayName: 'Ada', email: 'ada@example.org', password: 'a phrase to remember' };
    await expectStatus(first.post('/api/v1/setup', { ...person, code }), 200, 201, 204);
    await expectStatus(first.post('/api/v1/auth/login', person), 204);
    const origin = { headers: { origin: first.baseUrl } };
    const answer = first.post<{ token: string }>('/api/v1/tokens', { name: 'test', scopes: SCOPES }, origin);
    const { token } = await expectStatus(answer, 201);
    for (const [at, { baseUrl }] of this.clients.entries()) this.clients[at] = new HttpClient(baseUrl, token);
  }

  private entry(program: string): string {
    return join(this.options.dist ?? DIST, program);
  }

  private environment(): NodeJS.ProcessEnv {
    const { PATH, HOME } = process.env;
    return { PATH, HOME, LOG_PRETTY: 'false', LOG_LEVEL: this.options.logLevel ?? 'info' };
  }

  private async cast(role: Omit<Role, 'logFile'>): Promise<Actor> {
    const { directory, say, wrap = [] } = this.options;
    const logFile = join(directory, 'logs', `${role.name}.log`);
    const [command = role.command, ...args] = [...wrap, role.command, ...role.args];
    const actor = new Actor({ ...role, command, args, logFile }, (name, how) =>
      say(`${name} ended by itself: ${how}`),
    );
    // When this process ends, by a failure or Ctrl-C, the city ends too.
    process.once('exit', () => actor.killNow());
    await actor.start();
    return actor;
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
