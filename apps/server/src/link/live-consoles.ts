import { Inject, Injectable } from '@nestjs/common';
import { CONSOLE_WATCH_MS } from '@pandafab/lab-link';
import type { Clock, LabId, MachineId } from '@pandafab/shared';
import { CLOCK } from '../config';
import { LinkSender } from './link-sender';
import { PresenceBook } from './presence-book';

/** Often enough for two questions in a row to be lost on their way. */
const ASKED_EVERY_MS = 3_000;

/** What is said on machines' lines, as it is said: agents tell it while they are asked to, and nothing of it is kept. */
@Injectable()
export class LiveConsoles {
  private readonly askedAt = new Map<MachineId, number>();

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly presence: PresenceBook,
    private readonly sender: LinkSender,
  ) {}

  /**
   * The last lines of a machine, the oldest first, and asks its agent to go on telling them. Null where it has told none
   * yet: it was asked only now, or is from before it could.
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
