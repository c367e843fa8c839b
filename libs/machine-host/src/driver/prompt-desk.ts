import type { Conversation } from './conversation';
import type { FirmwareAction } from './firmware-actions';
import type { FirmwareFacts } from './firmware-facts';
import { HostPrompt } from './host-prompt';
import type { StatusBoard } from './status-board';

/** Shows what the firmware asks of people, and carries their answer back. */
export class PromptDesk {
  private readonly prompt = new HostPrompt();

  constructor(
    private readonly conversation: Conversation,
    private readonly facts: FirmwareFacts,
    private readonly board: StatusBoard,
  ) {}

  /** True when the action was part of a prompt. */
  take({ verb, message }: FirmwareAction): boolean {
    if (!this.prompt.take(verb, message)) return false;
    this.board.set({ asks: { prompt: this.prompt.request } });
    return true;
  }

  /** Presses a button, by its place; false when nothing is asked. */
  answer(button: number): boolean {
    if (!this.prompt.request) return false;
    this.end();
    this.conversation.sayBeside(this.isHeard ? `M876 S${button}` : 'M108');
    return true;
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
