import type { Conversation } from './conversation';
import type { FirmwareAction } from './firmware-actions';
import type { FirmwareFacts } from './firmware-facts';
import { HostPrompt } from './host-prompt';
import type { StatusBoard } from './status-board';

/** Shows what the firmware asks of people, and carries their answer back. */
export class PromptDesk {
  private readonly prompt = new HostPrompt();
  /** It said that it waits for somebody, and has gone on with nothing since. */
  private held = false;

  constructor(
    private readonly conversation: Conversation,
    private readonly facts: FirmwareFacts,
    private readonly board: StatusBoard,
    /** The profile's `scripts.interrupt`: what ends such a wait. */
    private readonly orders: readonly string[],
  ) {}

  /** True when the action was part of a prompt. */
  take({ verb, message }: FirmwareAction): boolean {
    if (!this.prompt.take(verb, message)) return false;
    this.board.set({ asks: { prompt: this.prompt.request } });
    return true;
  }

  /** Presses a button, by its place; false when nothing is asked. */
  answer(button: number): boolean {
    if (!this.prompt.request) return this.release();
    this.end();
    this.conversation.sayBeside(this.isHeard ? `M876 S${button}` : 'M108');
    return true;
  }

  /**
   * Its sign of life (`echo:busy: paused for user`): the only word of a firmware without prompts.
   * @returns true when it begins to wait
   */
  onBusy(text: string): boolean {
    if (this.held || !text.startsWith('paused for')) return false;
    this.held = true;
    if (this.board.status.connection !== 'ready') return true;
    const buttons = this.orders.length > 0 ? ['Continue'] : [];
    const request = { kind: 'firmware', message: '', buttons, cooled: false } as const;
    this.board.set({ asks: { prompt: this.prompt.request ?? request } });
    return true;
  }

  /**
   * It does something else. Cheap: said for every line.
   * @returns true when it waited until now
   */
  onGoesOn(): boolean {
    if (!this.held) return false;
    this.held = false;
    this.board.set({ asks: { prompt: this.prompt.request } });
    return true;
  }

  /** Lets a firmware go on that only waits; false, because a paused run may have to be resumed as well. */
  private release(): false {
    if (!this.held) return false;
    for (const order of this.orders) this.conversation.sayBeside(order);
    return false;
  }

  /** Presses what leaves the question, past all that waits: the run is cancelled. The firmware itself ends its prompt. */
  dismiss(): void {
    const button = this.prompt.wayOut;
    if (button !== null && this.isHeard) this.conversation.writeNow(`M876 S${button}`);
  }

  /** Without an emergency parser M876 waits behind the very command that asks. */
  private get isHeard(): boolean {
    return this.facts.takesAnswers && this.conversation.state.emergencyParser;
  }

  /** Whoever asked is gone, or has been answered. */
  end(): void {
    this.prompt.end();
    this.board.set({ asks: { prompt: null } });
  }
}
