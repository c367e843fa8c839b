import { Inject, Injectable } from '@nestjs/common';
import type { Clock, LabId } from '@pandafab/shared';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { LabTurns } from '../link/lab-turns';
import { LinkSender } from '../link/link-sender';
import { PresenceBook } from '../link/presence-book';
import { REPEAT_MS } from '../link/waiting-messages';
import { Agent } from './agent.entity';

/** Asks agents to say hello again. */
@Injectable()
export class HelloRequests {
  /** When a lab was last asked because of its telemetry, by the monotonic clock. */
  private readonly askedAt = new Map<LabId, number>();

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly sender: LinkSender,
    private readonly presence: PresenceBook,
    private readonly turns: LabTurns,
  ) {}

  /**
   * Asks the lab's agent to say hello again: an agent of any version does so when it hears of a later epoch than its
   * own.
   * @param epoch the latest that is known
   */
  send(labId: LabId, epoch: number): void {
    this.sender.say(labId, 'applied', { epoch: epoch + 1, sequence: 0 });
  }

  /**
   * An agent is connected, but this process has not received its hello: the process started later, or had no database
   * at that time. Only a hello shows whether the database knows everything that the journal knows, so the lab gets no
   * work before it.
   */
  onTelemetry(labId: LabId, epoch: number): void {
    const now = this.clock.monotonic();
    const last = this.askedAt.get(labId) ?? Number.NEGATIVE_INFINITY;
    if (this.turns.isBusy(labId) || now - last < REPEAT_MS) return;
    this.askedAt.set(labId, now);
    this.turns.add(labId, async () => {
      const agent = await this.database.of(Agent).findOneBy({ labId });
      if (agent?.instanceId && !this.presence.isOnline(labId)) this.send(labId, Math.max(agent.epoch, epoch));
    });
  }
}
