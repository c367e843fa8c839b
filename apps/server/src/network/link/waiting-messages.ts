import { Inject, Injectable } from '@nestjs/common';
import type { Clock, LabId } from '@pandafab/shared';
import { In, IsNull, Not } from 'typeorm';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { LinkMessage } from './link-message.entity';
import { LinkSender } from './link-sender';
import { Peers } from './peers';

/** The number of messages read from the database at a time. */
const BATCH = 100;

/** How long an agent has for its receipt before a message is sent again. */
export const REPEAT_MS = 2000;

/** Sends assignments and commands to agents, and repeats them until they are receipted. */
@Injectable()
export class WaitingMessages {
  /** When each waiting message was last sent, so that a busy server does not repeat messages at every commit. */
  private readonly sentAt = new Map<string, number>();

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly sender: LinkSender,
    private readonly peers: Peers,
  ) {}

  /** Sends, or repeats, the messages that these labs' agents have not receipted. */
  async sendTo(labIds: readonly LabId[]): Promise<void> {
    if (labIds.length === 0 || !this.sender.isConnected) return;
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

  /** Forgets when messages were sent: an agent that says hello again no longer has them either. */
  sendAgain(): void {
    this.sentAt.clear();
  }

  /** The oldest that were not sent recently: a lab whose agent receipts nothing does not delay the other labs. */
  private findDue(labIds: readonly LabId[]): Promise<LinkMessage[]> {
    const unsaid = { id: Not(In([...this.sentAt.keys()])) };
    const where = { labId: In([...labIds]), acknowledgedAt: IsNull(), ...unsaid };
    return this.database.of(LinkMessage).find({ where, order: { createdAt: 'ASC', id: 'ASC' }, take: BATCH });
  }

  private async send(messages: readonly LinkMessage[]): Promise<void> {
    if (messages.length === 0) return;
    const epochs = await this.peers.epochs([...new Set(messages.map(({ labId }) => labId))]);
    for (const { id, labId, kind, body, expiresAt } of messages) {
      const life = expiresAt === null ? {} : { expiresInMs: expiresAt - this.clock.now() };
      const epoch = epochs.get(labId);
      if (epoch !== undefined) this.sender.say(labId, kind, { ...body, epoch }, { id, ...life });
      this.sentAt.set(id, this.clock.monotonic());
    }
  }

  private forgetOldSendings(): void {
    const now = this.clock.monotonic();
    for (const [sent, at] of this.sentAt) if (now - at >= REPEAT_MS) this.sentAt.delete(sent);
  }

  private async drop(stale: readonly LinkMessage[]): Promise<void> {
    if (stale.length === 0) return;
    const ids = stale.map(({ id }) => id);
    await this.unitOfWork.run(({ manager }) => manager.delete(LinkMessage, { id: In(ids) }));
  }
}
