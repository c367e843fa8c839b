import { decode, downSchema, envelope, hashAgentSecret, helloProof, labTopics } from '@pandafab/lab-link';
import { type LabId, type MachineId, newId, systemClock } from '@pandafab/shared';
import { pollUntil } from '@pandafab/testing';
import { connectAsync, type MqttClient } from 'mqtt';

const SECOND_MS = 1000;

/** What one machine reports each second during a print. */
const voiceOf = (machineId: MachineId, second: number) => ({
  ...{ machineId, state: 'printing', firmware: 'Marlin 2.1.2', recognisedProfileId: 'marlin-2' },
  ...{ profileMismatch: false, heatersUnknown: false, needsPerson: null, attention: null },
  readings: [
    { name: 'nozzle', actual: 199 + (second % 3), target: 200 },
    { name: 'bed', actual: 60, target: 60 },
  ],
  run: {
    ...{ runId: machineId, phase: 'printing', fraction: (second % 3600) / 3600, linesSent: second * 20 },
    ...{ linesAcknowledged: second * 20, resends: 0, filamentUm: [second * 900] },
    ...{ seconds: second, remainingSeconds: 3600 },
  },
});

/** A simulated agent: its machines report each second, and each second an event happens. */
export class LabVoice {
  sent = 0;
  applied = 0;
  private epoch = 0;
  private timer: NodeJS.Timeout | undefined;
  private second = 0;
  private readonly states = new Map<MachineId, string>();

  private constructor(
    private readonly client: MqttClient,
    private readonly labId: LabId,
    private readonly machines: readonly MachineId[],
  ) {}

  static async join(
    url: string,
    labId: LabId,
    { agentId, secret }: { readonly agentId: string; readonly secret: string },
    machines: readonly MachineId[],
  ): Promise<LabVoice> {
    const client = await connectAsync(url, { protocolVersion: 4 });
    client.stream.on('error', () => {});
    const voice = new LabVoice(client, labId, machines);
    client.on('message', (_topic, payload) => voice.hear(payload));
    await client.subscribeAsync(labTopics(labId).down, { qos: 1 });
    const instanceId = newId<string>();
    const proof = helloProof(hashAgentSecret(secret), instanceId);
    const hello = {
      proof,
      agentId,
      instanceId,
      agentVersion: 'bench',
      epoch: null,
      lastSequence: 0,
      takeOver: false,
    };
    voice.up('hello', hello);
    await pollUntil('a welcome', () => voice.epoch > 0);
    return voice;
  }

  /** @param delayMs so that not all labs send at the same moment */
  begin(delayMs: number): void {
    this.timer = setTimeout(() => {
      this.timer = setInterval(() => this.speak(), SECOND_MS);
    }, delayMs);
  }

  /** Changes the state of a machine and reports it now, as an agent does. The state stays. */
  happen(machineId: MachineId, state: string): void {
    this.states.set(machineId, state);
    this.tellTelemetry();
  }

  /** Stops sending; messages may still be on their way. */
  hush(): void {
    clearTimeout(this.timer);
    clearInterval(this.timer);
  }

  async leave(): Promise<void> {
    this.hush();
    await this.client.endAsync(true);
  }

  private speak(): void {
    this.second++;
    this.tellTelemetry();
    const machineId = this.machines[this.second % this.machines.length];
    const state = this.second % 2 ? 'unknown' : 'off';
    const event = { type: 'machine.heaters', machineId, state };
    this.up('event', { epoch: this.epoch, sequence: ++this.sent, at: new Date().toISOString(), event });
  }

  private tellTelemetry(): void {
    const machines = this.machines.map((machineId) => {
      const state = this.states.get(machineId);
      return { ...voiceOf(machineId, this.second), ...(state && { state }) };
    });
    const body = envelope(systemClock, 'telemetry', { epoch: this.epoch, machines });
    this.client.publish(labTopics(this.labId).telemetry, JSON.stringify(body), { qos: 0 });
  }

  private hear(payload: Uint8Array): void {
    const read = decode(downSchema, payload);
    if (!read.ok) return;
    const { message } = read;
    if (message.kind === 'welcome') this.epoch = message.body.epoch;
    if (message.kind === 'applied') this.applied = Math.max(this.applied, message.body.sequence);
  }

  private up(kind: string, body: object): void {
    this.client.publish(labTopics(this.labId).up, JSON.stringify(envelope(systemClock, kind, body)), {
      qos: 1,
    });
  }
}
