import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import type { MachineConfig } from '@pandafab/lab-link';
import {
  type AgentId,
  type LabId,
  type MachineId,
  type MachineState,
  newId,
  systemClock,
} from '@pandafab/shared';
import {
  pollUntil,
  startMosquitto,
  type TemporaryBroker,
  type TemporaryDirectory,
  temporaryDirectory,
} from '@pandafab/testing';
import { pino } from 'pino';
import { Agent } from '../../../apps/agent/src/agent';
import type { AgentConfig } from '../../../apps/agent/src/config';
import { ScriptedServer } from './scripted-server';

const SERVER = { username: 'server', password: 'server secret' };

/** One lab on this computer: a real broker, a scripted server, and as many agents as a test starts. */
export class AgentBench {
  readonly labId = newId<LabId>();
  readonly agentId = newId<AgentId>();
  readonly refused: string[] = [];
  /** What its agents wrote in their logs, line by line. */
  readonly logged: string[] = [];
  /** By how much the date of its agents' computers is wrong; a test may change it while they run. */
  wrongByMs = 0;
  private readonly agents: Agent[] = [];

  private constructor(
    readonly directory: TemporaryDirectory,
    public broker: TemporaryBroker,
  ) {}

  server!: ScriptedServer;

  static async start(): Promise<AgentBench> {
    const bench = new AgentBench(await temporaryDirectory(), await startMosquitto());
    bench.server = await ScriptedServer.start(bench.labId, bench.broker.url, SERVER);
    return bench;
  }

  get credentials() {
    return { username: `agent/${this.agentId}`, password: 'agent secret' };
  }

  /** Adds a machine to the server's list. */
  addMachine(address: string, machineId = newId<MachineId>()): MachineId {
    const machine: MachineConfig = {
      ...{ machineId, address, credentials: null },
      ...{ name: 'Bench', profileId: 'marlin-2', baudRate: 115_200 },
    };
    this.server.machines.push(machine);
    return machineId;
  }

  async startAgent(
    data = 'first',
    healthPort?: number,
    onStop: 'park' | 'finish' = 'park',
    announce?: AgentConfig['announce'],
  ): Promise<Agent> {
    const agent = await Agent.start({
      clock: { ...systemClock, now: () => systemClock.now() + this.wrongByMs },
      log: pino({ level: 'info' }, { write: (line) => this.logged.push(line) }),
      version: '0.1.0',
      onRefused: ({ code }) => this.refused.push(code),
      config: {
        serverUrl: this.server.url,
        mqttUrl: this.broker.url,
        labId: this.labId,
        agentId: this.agentId,
        secret: this.credentials.password,
        secretIsEnrolled: false,
        dataDirectory: this.dataOf(data),
        healthPort,
        cacheBytes: 1e9,
        takeOver: false,
        onStop,
        announce,
        log: { level: 'silent', pretty: false },
      },
    });
    this.agents.push(agent);
    return agent;
  }

  /** The agent's data as a SIGKILL at this moment would leave them. */
  async copyData(from: string, to: string): Promise<void> {
    await cp(this.dataOf(from), this.dataOf(to), { recursive: true });
  }

  /** The broker goes away for a while, and comes back on the same port without any memory. */
  async loseBroker(meanwhile: () => Promise<unknown>): Promise<void> {
    const { port } = this.broker;
    await this.broker.stop();
    await meanwhile();
    this.broker = await startMosquitto({ port });
  }

  /** Waits until a machine's telemetry says that it is in that state. */
  state(machineId: MachineId, state: MachineState): Promise<unknown> {
    return pollUntil(
      `the machine to be ${state}`,
      () => this.telemetryOf(machineId)?.state === state,
      15_000,
    );
  }

  telemetryOf(machineId: MachineId) {
    return this.server.telemetry?.body.machines.find((machine) => machine.machineId === machineId);
  }

  async stop(): Promise<void> {
    await Promise.all(this.agents.map((agent) => agent.stop()));
    await this.server.stop();
    await this.broker.stop();
    await this.directory.remove();
  }

  private dataOf(name: string): string {
    return join(this.directory.path, name);
  }
}
