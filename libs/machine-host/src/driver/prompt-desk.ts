import type { Dialect } from '../dialect/dialect';
import type { Conversation } from './conversation';
import type { FirmwareAction } from './firmware-actions';
import type { FirmwareFacts } from './firmware-facts';
import { HostPrompt } from './host-prompt';
import type { StatusBoard } from './status-board';

export interface PromptDeskEnvironment {
  readonly conversation: Conversation;
  readonly dialect: Dialect;
  readonly facts: FirmwareFacts;
  readonly board: StatusBoard;
  /** The profile's `scripts.interrupt`: the commands that end a wait of the firmware. */
  readonly orders: readonly string[];
}

/** Shows the firmware's questions to people, and sends their answers back. */
export class PromptDesk {
  private readonly prompt = new HostPrompt();
  /** The firmware said that it waits for a person, and has done nothing else since. */
  private held = false;

  constructor(private readonly env: PromptDeskEnvironment) {}

  /** True when the action was part of a prompt. */
  show({ verb, message }: FirmwareAction): boolean {
    if (!this.prompt.build(verb, message)) return false;
    this.env.board.set({ asks: { prompt: this.prompt.request } });
    return true;
  }

  /** Presses a button, by its index; false without an open question. */
  answer(button: number): boolean {
    if (!this.prompt.request) return this.release();
    this.end();
    const { conversation, dialect } = this.env;
    conversation.sayBeside(this.isHeard ? dialect.answerPrompt(button) : dialect.interrupt);
    return true;
  }

  /**
   * Handles the busy message `echo:busy: paused for user`: the only message of a firmware without prompts.
   * @returns true when the wait begins
   */
  onBusy(text: string): boolean {
    if (this.held || !text.startsWith('paused for')) return false;
    this.held = true;
    if (this.env.board.status.state !== 'ready') return true;
    const buttons = this.env.orders.length > 0 ? ['Continue'] : [];
    const request = { kind: 'firmware', message: '', buttons, cooled: false } as const;
    this.env.board.set({ asks: { prompt: this.prompt.request ?? request } });
    return true;
  }

  /**
   * The firmware does something else. Cheap: called for every line.
   * @returns true when it was waiting until now
   */
  onGoesOn(): boolean {
    if (!this.held) return false;
    this.held = false;
    this.env.board.set({ asks: { prompt: this.prompt.request } });
    return true;
  }

  /** Lets a waiting firmware continue; returns false, because a paused run may have to be resumed as well. */
  private release(): false {
    if (!this.held) return false;
    for (const order of this.env.orders) this.env.conversation.sayBeside(order);
    return false;
  }

  /** Presses the button that ends the question, ahead of all waiting commands: the run is cancelled. The firmware ends its prompt. */
  dismiss(): void {
    const { conversation, dialect } = this.env;
    const button = this.prompt.wayOut;
    if (button !== null && this.isHeard) conversation.writeNow(dialect.answerPrompt(button));
  }

  /** Without an emergency parser the answer waits behind the command that asks. */
  private get isHeard(): boolean {
    return this.env.facts.takesAnswers && this.env.conversation.state.firmware.emergencyParser;
  }

  /** The firmware that asked is gone, or its question is answered. */
  end(): void {
    this.prompt.end();
    this.env.board.set({ asks: { prompt: null } });
  }
}
