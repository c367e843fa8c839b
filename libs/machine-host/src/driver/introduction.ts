import type { FirmwareProfile } from '@pandafab/firmware';
import { type Clock, Fault } from '@pandafab/shared';
import type { Conversation } from './conversation';
import type { FirmwareFacts } from './firmware-facts';

/** How often a command that does no harm twice is sent until its ok is certain. */
const ATTEMPTS = 3;

/** The board was reset while it was being introduced: begin again. */
class Restarted extends Error {}

/** The first words with a machine: who it is, what it can do, how warm it is. */
export class Introduction {
  constructor(
    private readonly conversation: Conversation,
    private readonly profile: FirmwareProfile,
    private readonly clock: Clock,
    private readonly facts: FirmwareFacts,
  ) {}

  /** @throws Fault MACHINE.NO_ANSWER {seconds}, or the cause for which the conversation failed */
  async hold(): Promise<void> {
    const { connectMs } = this.profile.timeouts;
    const tooLate = new Fault('MACHINE.NO_ANSWER', { seconds: connectMs / 1000 });
    const cancel = this.clock.setTimer(connectMs, () => this.conversation.restart(tooLate));
    try {
      await this.askAll();
    } finally {
      cancel();
    }
  }

  /** A banner was heard: opening the port may reset the board. */
  beginAgain(): void {
    this.conversation.restart(new Restarted());
  }

  /** Exchanges a command that does no harm twice until its ok is certain, or often enough. */
  async makeSure(command: string): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++)
      if (await this.conversation.exchange(command)) return;
  }

  private async askAll(): Promise<void> {
    try {
      await this.makeSure('M115');
      const seconds = Math.ceil(this.profile.timeouts.temperatureMs / 1000);
      if (this.facts.autoreportsTemperatures) await this.makeSure(`M155 S${seconds}`);
      for (const command of this.profile.scripts.connect) await this.makeSure(command);
      await this.makeSure('M105');
    } catch (error) {
      if (!(error instanceof Restarted)) throw error;
      await this.askAll();
    }
  }
}
