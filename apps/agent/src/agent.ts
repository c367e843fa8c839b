import { join } from 'node:path';
import { ownProfiles } from '@pandafab/firmware';
import { type ExpectedRun, type LabEvent, labTopics, type MachineConfig } from '@pandafab/lab-link';
import { listSerialDevices, serialDevicesKey } from '@pandafab/machine-host';
import { type CancelTimer, type Clock, Fault, SerialQueue } from '@pandafab/shared';
import type { Logger } from 'pino';
import { AgentSecret } from './agent-secret';
import { SlicerAnnouncer } from './announcement/announcer';
import type { AgentConfig } from './config';
import { wordsOf } from './fault-words';
import { FileCache } from './files/file-cache';
import { type HealthEndpoint, serveHealth } from './health';
import { Journal } from './journal/journal';
import { BrokerWire } from './link/broker-wire';
import { ConsoleWatch } from './link/console-watch';
import { LabLink, presencePayload } from './link/lab-link';
import type { RefusalCause } from './link/link-contract';
import { TelemetryRhythm } from './link/telemetry-rhythm';
import { createDriver } from './machines/create-driver';
import { MachineFleet } from './machines/machine-fleet';
import { pause } from './pause';
import { askPort } from './ports/ask-port';
import { PortsDesk } from './ports/ports-desk';
import { CheckpointFile } from './runs/checkpoint-file';
import { policyOfRun } from './runs/guard-of-run';
import { RunDesk } from './runs/run-desk';
import { TranscriptDrafts } from './runs/transcript-drafts';
import { TranscriptPost } from './runs/transcript-post';

/** The agent retries a refusing broker each second; the server is asked less often. */
const SHOW_SECRET_EVERY_MS = 30_000;
/** After this time without a message from the server, the agent connects the machines of the journal. */
const GRACE_MS = 3000;
/** The longest time for a stop: runs cancelled and heaters off, lines closed, events delivered. */
const RUNS_END_WITHIN_MS = 6000;
const LINES_CLOSE_WITHIN_MS = 1500;
const EVENTS_LEAVE_WITHIN_MS = 1500;
const ANNOUNCEMENT_ENDS_WITHIN_MS = 500;
const CHECK_MS = 25;

export interface AgentOptions {
  readonly config: AgentConfig;
  readonly clock: Clock;
  readonly log: Logger;
  readonly version: string;
  /** The server refuses this agent: the process has to end. Called once. */
  readonly onRefused: (cause: RefusalCause) => void;
}

/**
 * One lab's agent:
 *
 *     server ── broker ── LabLink ──┬── Journal (SQLite)
 *        │                          ├── PortsDesk ── serial ports that no machine uses
 *        └───── HTTP ── FileCache ──┴── RunDesk ── RunPerformer ── MachineFleet ── drivers ── machines
 */
export class Agent {
  private status: 'starting' | 'running' | 'stopping' = 'running';
  private health: HealthEndpoint | undefined;
  private cancelGrace: CancelTimer = () => {};
  private stopped: Promise<void> | undefined;
  private secretShownAt = Number.NEGATIVE_INFINITY;
  private hurry: () => void = () => {};
  private readonly hurried = new Promise<void>((resolve) => {
    this.hurry = resolve;
  });
  private readonly secret: AgentSecret;
  private readonly wire: BrokerWire;
  private readonly link: LabLink;
  private readonly fleet: MachineFleet;
  private readonly desk: RunDesk;
  private readonly transcripts: TranscriptPost;
  private readonly telemetry: TelemetryRhythm;
  private readonly consoles: ConsoleWatch;
  private readonly ports: PortsDesk;
  private readonly announcer: SlicerAnnouncer | undefined;
  /** Machine events are written in the order in which they happen. */
  private readonly records = new SerialQueue();

  private constructor(
    private readonly options: AgentOptions,
    private readonly journal: Journal,
    private readonly checkpoints: CheckpointFile,
    hot: Awaited<ReturnType<Journal['runs']['hotMachines']>>,
  ) {
    const { config, clock, log, version } = options;
    const { labId, agentId, takeOver } = config;
    this.secret = new AgentSecret(config);
    const credentials = this.secret.credentials(`agent/${agentId}`);
    const profiles = ownProfiles();
    const driverSettings = {
      ...{ clock, log, labId, brokerUrl: config.mqttUrl, brokerCredentials: credentials },
      profiles,
    };
    this.wire = new BrokerWire({
      credentials,
      onRefused: () => this.showSecret(),
      url: config.mqttUrl,
      clientId: `agent-${journal.instanceId}`,
      will: { topic: labTopics(labId).presence, payload: presencePayload(clock, config, journal, 'offline') },
      log,
    });
    this.fleet = new MachineFleet({
      ...{ clock, log, hot },
      createDriver: (machine) => createDriver(driverSettings, machine),
      onCooled: (machineId) => journal.runs.cooled(machineId),
      onEvent: (event) => this.record(event),
    });
    const transcriptsDirectory = join(config.dataDirectory, 'transcripts');
    this.transcripts = new TranscriptPost({
      ...{ clock, log, credentials: this.secret.credentials(agentId), serverUrl: config.serverUrl },
      directory: transcriptsDirectory,
    });
    const { fleet, transcripts } = this;
    this.desk = new RunDesk({
      clock,
      log,
      journal,
      checkpoints,
      fleet,
      transcripts,
      drafts: new TranscriptDrafts({ clock, log, directory: transcriptsDirectory }),
      files: this.makeCache(),
      policyFor: (assignment, machine) => policyOfRun(assignment, machine, profiles),
    });
    this.consoles = new ConsoleWatch(clock, (id, lines) => fleet.find(id)?.consoleTail(lines) ?? []);
    this.ports = new PortsDesk({
      ...{ clock, log, key: serialDevicesKey, list: listSerialDevices, ask: askPort({ clock, profiles }) },
      machines: () => this.journal.machines,
      report: (ports) => this.link.sendPorts(ports),
    });
    this.announcer =
      config.announce &&
      new SlicerAnnouncer({ clock, log, config, secret: () => this.secret.current, ...config.announce });
    this.link = new LabLink({
      ...{ clock, log, journal, wire: this.wire },
      identity: { labId, agentId, agentVersion: version, takeOver, secret: () => this.secret.current },
      handlers: {
        welcomed: (runs) => this.welcomed(runs),
        machines: async (machines) => this.useMachines(machines),
        assigned: (assignment) => this.desk.assign(assignment),
        commanded: (command) => this.desk.command(command),
        emergencyStop: (machineId) => this.desk.emergencyStop(machineId),
        watched: (machineId) => this.consoles.watch(machineId),
        renewSecret: () => this.renewSecret(),
        lookedAtPorts: () => this.askPorts(),
        refused: (cause) => this.onRefused(cause),
      },
    });
    this.telemetry = new TelemetryRhythm(
      clock,
      () => this.desk.telemetry(),
      (machines) => this.link.sendTelemetry(this.consoles.addTo(machines)),
    );
  }

  /**
   * Opens the journal, resumes what an earlier process left, and starts to work. It does not wait for the server.
   * @throws Fault LAB.JOURNAL_IN_USE {directory}, HOST.PORT_TAKEN {port, variable}, MACHINE.PROFILE_INVALID
   */
  static async start(options: AgentOptions): Promise<Agent> {
    const { config, clock } = options;
    const journal = await Journal.open(config.dataDirectory, clock);
    try {
      const checkpoints = CheckpointFile.open(join(config.dataDirectory, 'checkpoints.bin'), clock);
      const agent = new Agent(options, journal, checkpoints, await journal.runs.hotMachines());
      await agent.begin();
      return agent;
    } catch (error) {
      await journal.close();
      throw error;
    }
  }

  get healthPort(): number | undefined {
    return this.health?.port;
  }

  /**
   * Ends runs safely, reports, and closes everything, within ten seconds; depending on its setting, only after the
   * running prints have ended. A second call waits for the same stop.
   * @param now does not wait for running prints, even if the setting says so
   */
  stop(now = false): Promise<void> {
    if (now) this.hurry();
    this.stopped ??= this.end();
    return this.stopped;
  }

  private async begin(): Promise<void> {
    const { config, clock, log } = this.options;
    if (config.healthPort !== undefined)
      this.health = await serveHealth(config.healthPort, () => this.describeHealth());
    await this.desk.restore(config.takeOver);
    this.transcripts.start();
    this.wire.open({
      topic: labTopics(config.labId).down,
      connected: () => this.link.connected(),
      disconnected: () => this.link.disconnected(),
      received: (payload) => this.link.receive(payload),
    });
    this.cancelGrace = clock.setTimer(GRACE_MS, () => {
      if (this.link.state !== 'refused') this.useMachines(this.journal.machines);
    });
    this.telemetry.start();
    this.ports.start();
    log.info({ lab: config.labId, health: this.health?.port, data: config.dataDirectory }, 'agent running');
  }

  private makeCache(): FileCache {
    const { config, clock } = this.options;
    return new FileCache({
      clock,
      directory: join(config.dataDirectory, 'files'),
      serverUrl: config.serverUrl,
      credentials: this.secret.credentials(config.agentId),
      limitBytes: config.cacheBytes,
    });
  }

  private useMachines(machines: readonly MachineConfig[]): void {
    this.cancelGrace();
    if (this.status !== 'running') return;
    // First, so that a port that is being asked is free for its machine.
    this.ports.machinesChanged();
    this.fleet.update(machines);
  }

  private async welcomed(runs: readonly ExpectedRun[] | undefined): Promise<void> {
    this.ports.reportAgain();
    void this.announcer?.look();
    await this.desk.welcomed(runs);
  }

  private askPorts(): void {
    this.ports
      .askAll()
      .catch((error: unknown) => this.options.log.warn({ err: error }, 'the serial ports cannot be asked'));
  }

  /** A disk error must not disturb a machine with a problem: an event that cannot be written is logged. */
  private record(event: LabEvent): void {
    this.records
      .add(() => this.journal.events.record(event))
      .catch((error: unknown) => this.options.log.warn({ err: error, event }, 'an event is lost'));
  }

  /** If this fails, an administrator requests it again; the current secret stays valid. */
  private async renewSecret(): Promise<void> {
    const { log } = this.options;
    try {
      await this.secret.renew(() => this.wire.useCredentials());
      log.info('this agent has a new secret');
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      log.warn({ code: error.code, details: error.details }, wordsOf(error));
    }
  }

  private showSecret(): void {
    const now = this.options.clock.monotonic();
    if (now - this.secretShownAt < SHOW_SECRET_EVERY_MS) return;
    this.secretShownAt = now;
    this.secret.show();
  }

  private onRefused(cause: RefusalCause): void {
    this.options.log.fatal({ code: cause.code, details: cause.details }, wordsOf(cause));
    this.options.onRefused(cause);
  }

  private async end(): Promise<void> {
    const { log } = this.options;
    this.status = 'stopping';
    this.cancelGrace();
    this.ports.stop();
    if (this.announcer) await this.within(ANNOUNCEMENT_ENDS_WITHIN_MS, this.announcer.stop());
    if (this.options.config.onStop === 'finish') await this.finish();
    log.info('stopping: running prints are ended with the heaters off');
    this.desk.stop();
    await this.within(RUNS_END_WITHIN_MS, this.desk.idle());
    await this.within(LINES_CLOSE_WITHIN_MS, this.fleet.stop());
    await this.within(LINES_CLOSE_WITHIN_MS, this.desk.idle());
    await this.records.idle();
    await this.deliverEvents();
    await this.within(EVENTS_LEAVE_WITHIN_MS, this.transcripts.stop());
    this.telemetry.stop();
    await this.sayGoodbye();
    await this.link.idle();
    await this.health?.close();
    this.checkpoints.close();
    await this.journal.close();
    log.info('stopped');
  }

  private async finish(): Promise<void> {
    this.options.log.info(
      'no new print begins; the agent stops after the running prints. A second signal ends them now',
    );
    this.desk.finish();
    await Promise.race([this.desk.idle(), this.hurried]);
  }

  /** Gives the server a moment to receive the ends of the runs; the rest is sent at the next start. */
  private async deliverEvents(): Promise<void> {
    const { clock } = this.options;
    const deadline = clock.monotonic() + EVENTS_LEAVE_WITHIN_MS;
    while (this.link.state === 'welcomed' && clock.monotonic() < deadline) {
      if ((await this.journal.events.pending(1)).length === 0) return;
      await this.moment(CHECK_MS);
    }
  }

  private async sayGoodbye(): Promise<void> {
    if (this.link.state === 'welcomed')
      await this.within(500, new Promise<void>((done) => this.link.sayPresence('offline', done)));
    this.link.disconnected();
    await this.within(500, this.wire.close());
  }

  /** Waits for `work` for a limited time: what a machine does not finish in time is left to the next start. */
  private async within(ms: number, work: Promise<void>): Promise<void> {
    const timeout = new AbortController();
    const over = this.moment(ms, timeout.signal).catch(() => undefined);
    await Promise.race([
      work.catch((error: unknown) => this.options.log.warn({ err: error }, 'stopping')),
      over,
    ]);
    timeout.abort();
  }

  private moment(ms: number, signal = new AbortController().signal): Promise<void> {
    return pause(this.options.clock, ms, signal);
  }

  private describeHealth() {
    const machines = this.fleet.all().map((keeper) => {
      const { machineId, name } = keeper.config;
      return { machineId, name, state: keeper.status().state };
    });
    return { status: this.status, link: this.link.state, machines, ignored: this.link.ignored };
  }
}
