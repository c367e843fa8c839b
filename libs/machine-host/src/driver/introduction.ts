import type { FirmwareProfile } from '@pandafab/firmware';
import { type Clock, Fault } from '@pandafab/shared';
import type { Conversation } from './conversation';
import type { FirmwareFacts } from './firmware-facts';

/** How often a command that does no harm twice is sent until its ok is certain. */
const ATTEMPTS = 3;
/** A firmware that is starting is asked again. */
const STARTING_MS = 1_000;

/** The board was reset while it was being introduced: begin again. */
class Restarted extends Error {}

/** The first words with a machine: who it is, what it can do, how warm it is. */
export class Introduction {
  private asksState = false;
  /** Why the first words are over, before they are through. */
  private ended: Fault | null = null;

  constructor(
    private readonly conversation: Conversation,
    private readonly profile: FirmwareProfile,
    private readonly clock: Clock,
    private readonly facts: FirmwareFacts,
  ) {}

  /** @throws Fault MACHINE.NO_ANSWER {seconds}, LOCKED {message}, SHUT_DOWN {message, command}, or the cause for which the conversation failed */
  hold(): Promise<void> {
    this.facts.lockedBy = '';
    return this.within(() => this.askAll());
  }

  /**
   * Does this in the time that the profile gives a machine to answer.
   * @throws Fault MACHINE.NO_ANSWER {seconds}, or what `words` throws
   */
  async within(words: () => Promise<void>): Promise<void> {
    const { connectMs } = this.profile.timeouts;
    const tooLate = new Fault('MACHINE.NO_ANSWER', { seconds: connectMs / 1000 });
    this.ended = null;
    const cancel = this.clock.setTimer(connectMs, () => this.end(tooLate));
    try {
      await words();
    } finally {
      cancel();
    }
  }

  /** What it says now is an answer, even where a firmware that restarts says the same. */
  get isAskingState(): boolean {
    return this.asksState;
  }

  /**
   * Asks a firmware that answers, though it cannot work, whether it can.
   * @throws Fault MACHINE.SHUT_DOWN {message, command}, or the cause for which the conversation failed
   */
  async demandWorking(): Promise<void> {
    const { replies, reset, scripts } = this.profile;
    for (const command of scripts.state) {
      const message = await this.refusalOf(command);
      if (message === '') continue;
      if (!replies.starting.some((prefix) => message.startsWith(prefix)))
        throw new Fault('MACHINE.SHUT_DOWN', { message, command: reset.command ?? '' });
      await new Promise<void>((resolve) => this.clock.setTimer(STARTING_MS, resolve));
      if (this.ended) throw this.ended;
      return this.demandWorking();
    }
  }

  /** Nothing more is said; who waits for an answer gets the reason. */
  end(reason: Fault): void {
    this.ended = reason;
    this.conversation.restart(reason);
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

  /** Why it refuses a command; '' when it does not. */
  private async refusalOf(command: string): Promise<string> {
    this.facts.lastRefusal = '';
    this.asksState = true;
    try {
      await this.makeSure(command);
    } finally {
      this.asksState = false;
    }
    return this.facts.lastRefusal;
  }

  private async askAll(): Promise<void> {
    try {
      await this.makeSure('M115');
      const { lockedBy: message } = this.facts;
      if (message !== '') throw new Fault('MACHINE.LOCKED', { message });
      await this.demandWorking();
      const seconds = Math.ceil(this.profile.timeouts.temperatureMs / 1000);
      if (this.facts.autoreportsTemperatures) await this.makeSure(`M155 S${seconds}`);
      for (const command of this.profile.scripts.connect) await this.makeSure(command);
      await this.makeSure('M105');
    } catch (error) {
      if (!(error instanceof Restarted)) throw error;
      if (this.ended) throw this.ended;
      await this.askAll();
    }
  }
}
