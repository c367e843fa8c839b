import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import {
  type AssignmentBody,
  decode,
  type ExpectedRun,
  envelope,
  type LabEvent,
  labTopics,
  type MachineConfig,
  presenceSchema,
  type TelemetryMessage,
  telemetrySchema,
  upSchema,
} from '@pandafab/lab-link';
import { type LabId, type MachineId, newId, type RunId, systemClock } from '@pandafab/shared';
import { pollUntil } from '@pandafab/testing';
import { connectAsync, type MqttClient } from 'mqtt';

type Ended = Extract<LabEvent, { type: 'run.ended' }>;

/** The server's side of the lab link, as a script: it keeps the messages that it receives, and sends those of the test. */
export class ScriptedServer {
  readonly files = new Map<string, Buffer>();
  readonly events: LabEvent[] = [];
  readonly sequences: number[] = [];
  readonly receipts: string[] = [];
  readonly presences: string[] = [];
  readonly downloads: string[] = [];
  readonly refusals: string[] = [];
  /** What agents sent of their runs' lines, by run. */
  readonly transcripts = new Map<string, string>();
  readonly telemetries: TelemetryMessage[] = [];
  /** The lab's address for slicers. */
  slicerAddress = 'http://127.0.0.1:8080/s/bench';
  slicerAddressAsked = 0;
  machines: MachineConfig[] = [];
  /** The runs that its welcomes name; undefined: it is a server from before they did. */
  expected: ExpectedRun[] | undefined;
  /** Receives nothing, like a server that is down. */
  deaf = false;
  hellos = 0;
  private instanceId: string | undefined;
  /** Assignments and commands without a receipt, by id: repeated, as on the lab link. */
  private readonly waiting = new Map<string, string>();
  private readonly repeating = setInterval(() => this.repeat(), 200);
  private applied = 0;
  private readonly topics;

  private constructor(
    private readonly http: Server,
    private readonly client: MqttClient,
    labId: LabId,
  ) {
    this.topics = labTopics(labId);
    client.on('message', (topic, payload) => this.hear(topic, payload));
    http.on('request', async (request, response) => {
      const [, runId] = /^\/api\/agent\/runs\/([^/]+)\/transcript$/.exec(request.url ?? '') ?? [];
      if (runId && request.method === 'PUT') {
        this.transcripts.set(runId, await text(request));
        response.writeHead(204).end();
        return;
      }
      if (request.url === '/api/agent/slicer-address') {
        this.slicerAddressAsked += 1;
        response.end(JSON.stringify({ labName: 'Bench', address: this.slicerAddress }));
        return;
      }
      const sha256 = request.url?.split('/').at(-1) ?? '';
      this.downloads.push(sha256);
      const file = this.files.get(sha256);
      response.writeHead(file ? 200 : 404).end(file);
    });
  }

  static async start(labId: LabId, brokerUrl: string, credentials: object): Promise<ScriptedServer> {
    const http = createServer();
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    const options = { ...credentials, protocolVersion: 4 as const, reconnectPeriod: 50 };
    const client = await connectAsync(brokerUrl, options);
    const server = new ScriptedServer(http, client, labId);
    const { up, presence, telemetry } = server.topics;
    await client.subscribeAsync([up, presence, telemetry], { qos: 1 });
    return server;
  }

  /** The latest. */
  get telemetry(): TelemetryMessage | undefined {
    return this.telemetries.at(-1);
  }

  get url(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    clearInterval(this.repeating);
    await this.client.endAsync(true);
    this.http.closeAllConnections();
    await new Promise((resolve) => this.http.close(resolve));
  }

  /** Keeps a file for the agent; `content` may differ from what its name promises. */
  offer(gcode: string, content: string = gcode): AssignmentBody['file'] {
    const sha256 = createHash('sha256').update(gcode).digest('hex');
    this.files.set(sha256, Buffer.from(content));
    return { sha256, bytes: Buffer.byteLength(gcode), name: 'part.gcode' };
  }

  assign(
    machineId: MachineId,
    file: AssignmentBody['file'],
    runId = newId<RunId>(),
    guard?: AssignmentBody['guard'],
  ): RunId {
    this.insist('assignment', { epoch: 1, runId, machineId, file, estimatedSeconds: 60, guard });
    return runId;
  }

  command(action: string, machineId: MachineId, runId?: RunId): void {
    this.insist('command', { epoch: 1, action, machineId, ...(runId && { runId }) });
  }

  answer(machineId: MachineId, request: number, button: number): void {
    this.insist('command', { epoch: 1, action: 'answer', machineId, request, button });
  }

  say(kind: string, body: object, options: { replyTo?: string } = {}): void {
    this.client.publish(this.topics.down, JSON.stringify(envelope(systemClock, kind, body, options)), {
      qos: 1,
    });
  }

  /** The types of a run's events so far. */
  story(runId: RunId): string[] {
    return this.events.filter((event) => 'runId' in event && event.runId === runId).map(({ type }) => type);
  }

  reached(runId: RunId, type: LabEvent['type']): Promise<unknown> {
    return pollUntil(`${type} of the run`, () => this.story(runId).includes(type));
  }

  async ended(runId: RunId): Promise<Ended> {
    await this.reached(runId, 'run.ended');
    return this.events.find(
      (event): event is Ended => event.type === 'run.ended' && event.runId === runId,
    ) as Ended;
  }

  private insist(kind: string, body: object): void {
    const message = envelope(systemClock, kind, body);
    this.waiting.set(message.id, JSON.stringify(message));
    this.repeat();
  }

  private repeat(): void {
    for (const message of this.waiting.values()) this.client.publish(this.topics.down, message, { qos: 1 });
  }

  private hear(topic: string, payload: Buffer): void {
    if (this.deaf) return;
    if (topic === this.topics.presence) {
      const read = decode(presenceSchema, payload);
      if (read.ok) this.presences.push(read.message.body.state);
    } else if (topic === this.topics.telemetry) {
      const read = decode(telemetrySchema, payload);
      if (read.ok) this.telemetries.push(read.message);
      else this.refusals.push(read.detail);
    } else this.hearUp(payload);
  }

  private hearUp(payload: Buffer): void {
    const read = decode(upSchema, payload);
    if (!read.ok) return void this.refusals.push(read.detail);
    const { kind, body, id, replyTo } = read.message;
    if (kind === 'receipt' && replyTo && this.waiting.delete(replyTo)) this.receipts.push(replyTo);
    if (kind === 'hello') this.greet(body.instanceId, id);
    if (kind === 'event') this.apply(body.sequence, body.event);
  }

  private greet(instanceId: string, replyTo: string): void {
    this.hellos++;
    this.instanceId ??= instanceId;
    if (instanceId !== this.instanceId) {
      const cause = { code: 'LAB.AGENT_IDENTITY_IN_USE', details: {} };
      return this.say('refused', { instanceId, cause }, { replyTo });
    }
    const { applied: appliedSequence, machines, expected: runs } = this;
    this.say('welcome', { epoch: 1, appliedSequence, machines, runs }, { replyTo });
  }

  private apply(sequence: number, event: LabEvent): void {
    if (sequence === this.applied + 1) {
      this.applied = sequence;
      this.sequences.push(sequence);
      this.events.push(event);
    }
    this.say('applied', { epoch: 1, sequence: this.applied });
  }
}
