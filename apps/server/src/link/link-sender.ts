import { Inject, Injectable } from '@nestjs/common';
import { type EnvelopeOptions, envelope, labTopics } from '@pandafab/lab-link';
import { type Clock, type LabId, type MachineId, withCredentials } from '@pandafab/shared';
import type { MqttClient } from 'mqtt';
import { In, IsNull, Not } from 'typeorm';
import { CLOCK } from '../config';
import { Run } from '../jobs/run.entity';
import { Agent } from '../labs/lab.entity';
import { Machine } from '../labs/machine.entity';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { LinkMessage } from './link-message.entity';

/** As many messages as are read from the database at once. */
const BATCH = 100;

/** How long an agent has for its receipt before a message is said again. */
export const REPEAT_MS = 2000;

/** What the server says to agents. */
@Injectable()
export class LinkSender {
  private client: MqttClient | undefined;
  /** When each waiting message was last sent, so that a busy server does not repeat itself at every commit. */
  private readonly sentAt = new Map<string, number>();

  /** Which machines each lab was told of, and when: what it never reports, it may not have heard of. */
  private readonly told = new Map<LabId, { readonly ids: readonly MachineId[]; readonly at: number }>();

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  use(client: MqttClient): void {
    this.client = client;
  }

  /** Publishes to a lab now, or not at all: whatever matters is sent again. */
  say(labId: LabId, kind: string, body: object, options: EnvelopeOptions = {}): void {
    if (!this.client?.connected) return;
    const message = envelope(this.clock, kind, body, options);
    this.client.publish(labTopics(labId).down, JSON.stringify(message), { qos: 1 });
  }

  async welcome(labId: LabId, epoch: number, appliedSequence: number, replyTo: string): Promise<void> {
    const active = await this.database.of(Run).findBy({ labId, active: true });
    const runs = active.map(({ id, startedAt }) => ({ runId: id, begun: startedAt !== null }));
    const machines = await this.machines(labId);
    this.say(labId, 'welcome', { epoch, appliedSequence, machines, runs }, { replyTo });
  }

  /**
   * Has the lab's agent say hello again: whoever hears of a later epoch than its own does so, and every version of it
   * does.
   * @param epoch the latest that is known
   */
  askForHello(labId: LabId, epoch: number): void {
    this.say(labId, 'applied', { epoch: epoch + 1, sequence: 0 });
  }

  /** Tells a lab its machines again, after one was added or changed. */
  async tellMachines(labId: LabId): Promise<void> {
    const agent = await this.database.of(Agent).findOneBy({ labId });
    if (agent && agent.epoch > 0)
      this.say(labId, 'machines', { epoch: agent.epoch, machines: await this.machines(labId) });
  }

  /** Has this lab been told of a machine, and not spoken of it since? That message was lost. */
  owesMachines(labId: LabId, reported: readonly { readonly machineId: MachineId }[]): boolean {
    const told = this.told.get(labId);
    if (!told || this.clock.monotonic() - told.at < 2 * REPEAT_MS) return false;
    const known = new Set(reported.map(({ machineId }) => machineId));
    return told.ids.some((id) => !known.has(id));
  }

  /** Sends, again where need be, what these labs' agents have not receipted. */
  async sendWaiting(labIds: readonly LabId[]): Promise<void> {
    if (labIds.length === 0 || !this.client?.connected) return;
    this.forgetOldSendings();
    for (;;) {
      const due = await this.findDue(labIds);
      const now = this.clock.now();
      const isStale = ({ expiresAt }: LinkMessage) => expiresAt !== null && expiresAt <= now;
      await this.drop(due.filter(isStale));
      await this.send(due.filter((message) => !isStale(message)));
      if (due.length < BATCH) return;
    }
  }

  /** The oldest that were not said just now: a lab whose agent takes nothing does not stand in the others' way. */
  private findDue(labIds: readonly LabId[]): Promise<LinkMessage[]> {
    const unsaid = { id: Not(In([...this.sentAt.keys()])) };
    const where = { labId: In([...labIds]), acknowledgedAt: IsNull(), ...unsaid };
    return this.database.of(LinkMessage).find({ where, order: { createdAt: 'ASC' }, take: BATCH });
  }

  private async send(messages: readonly LinkMessage[]): Promise<void> {
    if (messages.length === 0) return;
    const labIds = [...new Set(messages.map(({ labId }) => labId))];
    const agents = await this.database.of(Agent).findBy({ labId: In(labIds) });
    const epochs = new Map(agents.map(({ labId, epoch }) => [labId, epoch]));
    for (const { id, labId, kind, body, expiresAt } of messages) {
      const life = expiresAt === null ? {} : { expiresInMs: expiresAt - this.clock.now() };
      this.say(labId, kind, { ...body, epoch: epochs.get(labId) }, { id, ...life });
      this.sentAt.set(id, this.clock.monotonic());
    }
  }

  /** Forgets when messages were sent: whoever said hello again has forgotten them too. */
  sendAgain(): void {
    this.sentAt.clear();
  }

  private forgetOldSendings(): void {
    const now = this.clock.monotonic();
    for (const [sent, at] of this.sentAt) if (now - at >= REPEAT_MS) this.sentAt.delete(sent);
  }

  private async drop(stale: readonly LinkMessage[]): Promise<void> {
    if (stale.length === 0) return;
    const ids = stale.map(({ id }) => id);
    await this.unitOfWork.run((manager) => manager.delete(LinkMessage, { id: In(ids) }));
  }

  private async machines(labId: LabId): Promise<object[]> {
    const machines = await this.database.of(Machine).findBy({ labId });
    this.told.set(labId, { ids: machines.map(({ id }) => id), at: this.clock.monotonic() });
    return machines.map(({ id, name, profileId, address, credentials, baudRate }) => ({
      machineId: id,
      name,
      profileId,
      connection: withCredentials(address, credentials),
      baudRate,
    }));
  }
}
