import { execFile as execFileCallback } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { LabId, MachineId, SpoolId } from '@pandafab/shared';
import {
  type Child,
  createDatabase,
  freePort,
  type HttpClient,
  PATIENCE_MS,
  pollUntil,
  startChild,
  startRedis,
  startTestServer,
  type TemporaryRedis,
  type TestDatabase,
  type TestServer,
} from '@pandafab/testing';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { Agent } from '../../../apps/server/src/network/agents/agent.entity';
import { Lab } from '../../../apps/server/src/network/labs/lab.entity';
import { EmbeddedBroker } from '../../../apps/server/src/network/link/embedded-broker';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { generousLimits } from '../../medium/fixtures/generous-limits';
import { make } from './make';
import { leaveBrowser, openBrowser } from './one-browser';
import { makePerson, PASSWORD, type Person, type Role } from './person';
import { FaultWatch } from './watch';

const root = join(__dirname, '../../..');
const AGENT = join(root, 'dist/apps/agent/src/main.js');
const execFile = promisify(execFileCallback);
const BED = { widthMm: 250, depthMm: 210, heightMm: 210 };

/** How a person looks at the pages; `at`: by another address than the server's own. */
export interface Looks {
  readonly width?: number;
  readonly height?: number;
  readonly locale?: string;
  readonly colorScheme?: 'light' | 'dark';
  readonly deviceScaleFactor?: number;
  readonly at?: string;
  /** Where it differs from the first one. */
  readonly password?: string;
}

/** Server, agent, a virtual machine on TCP, and a browser: all of them real. */
export class WebStack {
  private readonly children: Child[] = [];
  private readonly contexts: BrowserContext[] = [];
  /** What goes wrong in all browsers of this stack. */
  readonly faults = new FaultWatch();
  private agent: Child | undefined;

  private constructor(
    readonly server: TestServer,
    readonly admin: HttpClient,
    private readonly redis: TemporaryRedis,
    private readonly database: TestDatabase,
    private readonly browser: Browser,
    readonly labId: LabId,
    public machineId: MachineId,
    readonly spoolId: SpoolId,
  ) {}

  /**
   * @param speed how many times faster than a real one the machine is; 'off': neither it nor the lab's agent runs
   * @param env settings of the server, such as `SMTP_URL`
   */
  static async start(speed: number | 'off', env: NodeJS.ProcessEnv = {}): Promise<WebStack> {
    const database = await createDatabase('SQLite');
    const redis = await startRedis();
    const server = await startTestServer({ database, redisUrl: redis.url, limits: generousLimits, env });
    const { client: admin, memberId } = await server.accountWith('administrator');
    await admin.patch(`/api/v1/members/${memberId}`, { displayName: 'Camille Durand' });
    const { id: labId } = await make<{ id: LabId }>(admin, '/labs', { name: 'Fontaine d’Ouche' });
    const credentials = await make<{ agentId: string; secret: string }>(admin, `/labs/${labId}/agent`, {});
    const port = await freePort();
    const address = `tcp://127.0.0.1:${port}`;
    const machine = { name: 'Panda 1', profileId: 'marlin-2', address, ...BED };
    const { id: machineId } = await make<{ id: MachineId }>(admin, `/labs/${labId}/machines`, machine);
    const kind = { material: 'PLA', brand: 'Francofil', colour: 'bleu', densityGramsPerCm3: 1.24 };
    const { id: filamentId } = await make<{ id: string }>(admin, '/filaments', kind);
    const spool = { filamentId, label: 'Bobine 1', netGrams: 1000 };
    const { id: spoolId } = await make<{ id: SpoolId }>(admin, `/labs/${labId}/spools`, spool);
    await admin.request('PUT', `/api/v1/machines/${machineId}/spool`, { body: { spoolId } });
    const browser = await openBrowser();
    const stack = new WebStack(server, admin, redis, database, browser, labId, machineId, spoolId);
    if (speed === 'off') return stack;
    await stack.simulate(address, speed);
    await stack.startAgent(credentials);
    await stack.machineReady();
    return stack;
  }

  /** A member with an account and this role, everywhere. */
  person(displayName: string, role: Role): Promise<Person> {
    return makePerson(this.admin, displayName, { role });
  }

  /** They live in the city, for some time. */
  async verifyResidency({ memberId }: Person): Promise<void> {
    const validUntil = new Date(Date.now() + 300 * 24 * 3_600_000).toISOString();
    await make(this.admin, `/members/${memberId}/residency`, { validUntil });
  }

  /** A browser of their own, which has signed in: the sign-in page has stories of its own. */
  async signedIn({ email }: Person, options: Looks = {}): Promise<Page> {
    const { at = this.server.url, password = PASSWORD, ...looks } = options;
    const page = await this.visitor(looks);
    const answer = await page.request.post(`${at}/api/v1/auth/login`, { data: { email, password } });
    if (!answer.ok()) throw new Error(`${email} cannot sign in: ${answer.status()} ${await answer.text()}`);
    await page.goto(at);
    await page.waitForSelector('main h1');
    return page;
  }

  /** A browser without a session. */
  async visitor({ width = 1440, height = 900, ...others }: Looks = {}): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width, height },
      locale: 'fr-FR',
      ...others,
    });
    this.contexts.push(context);
    this.faults.watch(context);
    context.setDefaultTimeout(PATIENCE_MS);
    return context.newPage();
  }

  async stop(): Promise<void> {
    for (const context of this.contexts) await context.close();
    await leaveBrowser(this.browser);
    await Promise.all(this.children.map((child) => child.stop()));
    await this.server.stop();
    await this.redis.stop();
    await this.database.drop();
  }

  /** Another computer becomes a lab's agent by a code, as its commands do it, and begins its work. */
  async enrolAgent(code: string): Promise<void> {
    const env = this.agentEnvironment(`agent-${code}`);
    await execFile(process.execPath, [AGENT, 'enrol', code, '--server', this.server.url], { env });
    this.children.push(await startChild(process.execPath, [AGENT], { env }));
  }

  /** The lab's computer hangs, and the server does not know yet; or it goes on. */
  signalAgent(signal: 'SIGSTOP' | 'SIGCONT'): void {
    if (this.agent) process.kill(this.agent.pid, signal);
  }

  /** The id of the lab's agent. */
  async agentId(): Promise<string> {
    const database = this.server.app.get(ReadDatabase);
    return (await database.of(Agent).findOneByOrFail({ labId: this.labId })).id;
  }

  /** When the agent of the lab of this name last said hello. */
  async agentGreeted(labName: string): Promise<number> {
    const database = this.server.app.get(ReadDatabase);
    const lab = await database.of(Lab).findOneByOrFail({ name: labName });
    return (await database.of(Agent).findOneByOrFail({ labId: lab.id })).lastHelloAt ?? 0;
  }

  /** Where the server keeps its database and files. */
  get dataDirectory(): string {
    return this.database.dataDirectory;
  }

  /** A further machine of the lab; it is not there before `simulate` is called. */
  async addMachine(name: string): Promise<{ id: MachineId; address: string }> {
    const address = `tcp://127.0.0.1:${await freePort()}`;
    const machine = { name, profileId: 'marlin-2', address, ...BED };
    const { id } = await make<{ id: MachineId }>(this.admin, `/labs/${this.labId}/machines`, machine);
    return { id, address };
  }

  /** A virtual machine that answers at this address. */
  async simulate(address: string, speed: number): Promise<void> {
    const args = ['simulate', '--profile', 'marlin-2', '--port', address];
    const pace = ['--speed', String(speed), '--volume', '250x210x210'];
    const program = join(root, 'apps/cli/bin/pandafab.mjs');
    this.children.push(await startChild(process.execPath, [program, ...args, ...pace]));
  }

  private async startAgent({ agentId, secret }: { agentId: string; secret: string }): Promise<void> {
    const env = {
      ...this.agentEnvironment('agent'),
      ...{ PANDAFAB_LAB_ID: this.labId, PANDAFAB_AGENT_ID: agentId, PANDAFAB_AGENT_SECRET: secret },
    };
    this.agent = await startChild(process.execPath, [AGENT], { env });
    this.children.push(this.agent);
  }

  private agentEnvironment(directory: string): NodeJS.ProcessEnv {
    const port = this.server.app.get(EmbeddedBroker).port;
    return {
      ...process.env,
      ...{ PANDAFAB_SERVER_URL: this.server.url, PANDAFAB_MQTT_URL: `mqtt://127.0.0.1:${port}` },
      PANDAFAB_AGENT_DATA_DIR: join(this.database.dataDirectory, directory),
      PANDAFAB_AGENT_PORT: '0',
    };
  }

  async machineReady(): Promise<void> {
    await pollUntil('the machine to be ready', async () => {
      const { body } = await this.admin.get<{ live: { state: string } | null }>(
        `/api/v1/machines/${this.machineId}`,
      );
      return body.live?.state === 'ready';
    });
  }
}
