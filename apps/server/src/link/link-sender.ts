import { Inject, Injectable } from '@nestjs/common';
import { envelope, labTopics } from '@pandafab/lab-link';
import type { Clock, LabId } from '@pandafab/shared';
import type { MqttClient } from 'mqtt';
import { In, IsNull } from 'typeorm';
import { CLOCK } from '../config';
import { Agent } from '../labs/lab.entity';
import { Machine } from '../labs/machine.entity';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { LinkMessage } from './link-message.entity';

/** As many messages as one agent is told at once; the rest follow when these are receipted. */
const MOST_AT_ONCE = 100;

/** How long an agent has for its receipt before a message is said again. */
export const REPEAT_MS = 2000;

/** What the server says to agents. */
@Injectable()
export class LinkSender {
  private client: MqttClient | undefined;
  /** When each waiting message was last sent, so that a busy server does not repeat itself at every commit. */
  private readonly sentAt = new Map<string, number>();

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  use(client: MqttClient): void {
    this.client = client;
  }

  /** Publishes to a lab now, or not at all: whatever matters is sent again. */
  say(labId: LabId, kind: string, body: object, options: { id?: string; replyTo?: string } = {}): void {
    if (!this.client?.connected) return;
    const message = envelope(this.clock, kind, body, options);
    this.client.publish(labTopics(labId).down, JSON.stringify(message), { qos: 1 });
  }

  async welcome(labId: LabId, epoch: number, appliedSequence: number, replyTo: string): Promise<void> {
    this.say(labId, 'welcome', { epoch, appliedSequence, machines: await this.machines(labId) }, { replyTo });
  }

  /** Tells a lab its machines again, after one was added or changed. */
  async tellMachines(labId: LabId): Promise<void> {
    const agent = await this.database.of(Agent).findOneBy({ labId });
    if (agent && agent.epoch > 0)
      this.say(labId, 'machines', { epoch: agent.epoch, machines: await this.machines(labId) });
  }

  /** Sends, again where need be, what these labs' agents have not receipted. */
  async sendWaiting(labIds: readonly LabId[]): Promise<void> {
    if (labIds.length === 0 || !this.client?.connected) return;
    const where = { labId: In([...labIds]), acknowledgedAt: IsNull() };
    const waiting = await this.database
      .of(LinkMessage)
      .find({ where, order: { createdAt: 'ASC' }, take: MOST_AT_ONCE });
    if (waiting.length === 0) return;
    const agents = await this.database.of(Agent).findBy({ labId: In([...labIds]) });
    const epochs = new Map(agents.map(({ labId, epoch }) => [labId, epoch]));
    const now = this.clock.now();
    const isStale = ({ expiresAt }: LinkMessage) => expiresAt !== null && expiresAt <= now;
    for (const { id, labId, kind, body } of waiting.filter(
      (message) => !isStale(message) && this.isDue(message.id),
    )) {
      this.say(labId, kind, { ...body, epoch: epochs.get(labId) }, { id });
    }
    await this.drop(waiting.filter(isStale));
  }

  /** Forgets when messages were sent: whoever said hello again has forgotten them too. */
  sendAgain(): void {
    this.sentAt.clear();
  }

  private isDue(id: string): boolean {
    const now = this.clock.monotonic();
    for (const [sent, at] of this.sentAt) if (now - at >= REPEAT_MS) this.sentAt.delete(sent);
    if (this.sentAt.has(id)) return false;
    this.sentAt.set(id, now);
    return true;
  }

  private async drop(stale: readonly LinkMessage[]): Promise<void> {
    if (stale.length === 0) return;
    const ids = stale.map(({ id }) => id);
    await this.unitOfWork.run((manager) => manager.delete(LinkMessage, { id: In(ids) }));
  }

  private async machines(labId: LabId): Promise<object[]> {
    const machines = await this.database.of(Machine).findBy({ labId });
    return machines.map(({ id, name, profileId, connection, baudRate }) => ({
      machineId: id,
      name,
      profileId,
      connection,
      baudRate,
    }));
  }
}
