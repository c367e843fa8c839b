import type { FirmwareProfile } from '@pandafab/firmware';
import { type Clock, Fault } from '@pandafab/shared';
import type { Dialect } from '../dialect/dialect';
import type { Conversation } from './conversation';
import type { FirmwareFacts } from './firmware-facts';

/** The number of attempts for an idempotent command until its ok is certain. */
const ATTEMPTS = 3;
/** A firmware that is starting is asked again. */
const STARTING_MS = 1_000;

/** The board was reset during the introduction: start again. */
class Restarted extends Error {}

export interface IntroductionEnvironment {
  readonly conversation: Conversation;
  readonly profile: FirmwareProfile;
  readonly dialect: Dialect;
  readonly clock: Clock;
  readonly facts: FirmwareFacts;
}

/** The first exchange with a machine: its identity, its capabilities, its temperatures. */
export class Introduction {
  private asksState = false;
  /** Why the first exchange ended early. */
  private ended: Fault | null = null;

  constructor(private readonly env: IntroductionEnvironment) {}

  /**
   * @throws Fault MACHINE.NO_ANSWER {seconds}, LOCKED {message}, SHUT_DOWN {message, command}, or the cause for which
   * the conversation failed
   */
  hold(): Promise<void> {
    this.env.facts.lockedBy = '';
    return this.within(() => this.askAll());
  }

  /**
   * Runs `words` within the profile's time limit for an answer.
   * @throws Fault MACHINE.NO_ANSWER {seconds}, or what `words` throws
   */
  async within(words: () => Promise<void>): Promise<void> {
    const { connectMs } = this.env.profile.timeouts;
    const tooLate = new Fault('MACHINE.NO_ANSWER', { seconds: connectMs / 1000 });
    this.ended = null;
    const cancel = this.env.clock.setTimer(connectMs, () => this.end(tooLate));
    try {
      await words();
    } finally {
      cancel();
    }
  }

  /** The next message is an answer, even if a restarting firmware sends the same. */
  get isAskingState(): boolean {
    return this.asksState;
  }

  /**
   * Asks a firmware whether it can work: one that is shut down still answers.
   * @throws Fault MACHINE.SHUT_DOWN {message, command}, or the cause for which the conversation failed
   */
  async demandWorking(): Promise<void> {
    const { replies, reset, scripts } = this.env.profile;
    for (const command of scripts.state) {
      const message = await this.refusalOf(command);
      if (message === '') continue;
      if (!replies.starting.some((prefix) => message.startsWith(prefix)))
        throw new Fault('MACHINE.SHUT_DOWN', { message, command: reset.command ?? '' });
      await new Promise<void>((resolve) => this.env.clock.setTimer(STARTING_MS, resolve));
      if (this.ended) throw this.ended;
      return this.demandWorking();
    }
  }

  /** Sends nothing more; callers that wait for an answer get the reason. */
  end(reason: Fault): void {
    this.ended = reason;
    this.env.conversation.restart(reason);
  }

  /** A banner was received: opening the port may reset the board. */
  beginAgain(): void {
    this.env.conversation.restart(new Restarted());
  }

  /** Sends an idempotent command until its ok is certain, or the attempts are used up. */
  async makeSure(command: string): Promise<void> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++)
      if (await this.env.conversation.exchange(command)) return;
  }

  /** Why the firmware refuses a command; '' when it does not. */
  private async refusalOf(command: string): Promise<string> {
    this.env.facts.lastRefusal = '';
    this.asksState = true;
    try {
      await this.makeSure(command);
    } finally {
      this.asksState = false;
    }
    return this.env.facts.lastRefusal;
  }

  private async askAll(): Promise<void> {
    const { dialect, facts, profile } = this.env;
    try {
      await this.makeSure(dialect.identify);
      const { lockedBy: message } = facts;
      if (message !== '') throw new Fault('MACHINE.LOCKED', { message });
      await this.demandWorking();
      const seconds = Math.ceil(profile.timeouts.temperatureMs / 1000);
      if (facts.autoreportsTemperatures) await this.makeSure(dialect.reportTemperatures(seconds));
      for (const command of profile.scripts.connect) await this.makeSure(command);
      await this.makeSure(dialect.readTemperatures);
    } catch (error) {
      if (!(error instanceof Restarted)) throw error;
      if (this.ended) throw this.ended;
      await this.askAll();
    }
  }
}
