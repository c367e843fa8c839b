import { Inject, Injectable } from '@nestjs/common';
import { CONSOLE_WATCH_MS } from '@pandafab/lab-link';
import type { Clock, LabId, MachineId } from '@pandafab/shared';
import { CLOCK } from '../../platform/kit/config';
import { LinkSender } from './link-sender';
import { PresenceBook } from './presence-book';

/** Often enough that two requests in a row may be lost. */
const ASKED_EVERY_MS = 3_000;

/**
 * The live console of machines: the lines between an agent and its machine. Agents send them while the server asks,
 * and none of them is stored.
 */
@Injectable()
export class LiveConsoles {
  private readonly askedAt = new Map<MachineId, number>();

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly presence: PresenceBook,
    private readonly sender: LinkSender,
  ) {}

  /**
   * Returns the last lines of a machine, the oldest first, and asks its agent to continue sending them. Null where
   * the agent has sent none yet: it was asked only now, or its version cannot send them.
   * @throws Fault LAB.AGENT_OFFLINE
   */
  read(labId: LabId, machineId: MachineId): string[] | null {
    const epoch = this.presence.demandOnline(labId);
    const now = this.clock.monotonic();
    for (const [asked, at] of this.askedAt) if (now - at >= ASKED_EVERY_MS) this.askedAt.delete(asked);
    if (!this.askedAt.has(machineId)) {
      this.askedAt.set(machineId, now);
      this.sender.say(labId, 'watch', { epoch, machineId }, { expiresInMs: CONSOLE_WATCH_MS });
    }
    return this.presence.console(labId, machineId);
  }
}
