import type { MachineDriver, OpenRequest } from '@pandafab/machine-host';
import {
  type CancelTimer,
  type Clock,
  describeFault,
  Fault,
  languageFromEnvironment,
} from '@pandafab/shared';
import { say } from '../output';
import type { Keyboard } from './keyboard';
import { buttonOf, describeRequest, hintOf, labelOf } from './question-words';
import type { Terminal } from './terminal';

/** A line typed so soon after a question replaced another was meant for the earlier one. */
const TOO_SOON_MS = 1_000;
/** A program in the background is not told that it has been brought to the front. */
const LOOK_AGAIN_MS = 500;

export interface QuestionsEnvironment {
  readonly driver: Pick<MachineDriver, 'answer'>;
  readonly terminal: Terminal;
  readonly keyboard: Keyboard;
  readonly clock: Clock;
}

/** Shows the machine's questions in the terminal, and sends the answers back. */
export class Questions {
  private request: OpenRequest | null = null;
  /** When the present question replaced another one; null when it did not. */
  private replacedAt: number | null = null;
  private stopListening: (() => void) | null = null;
  private cancelLook: CancelTimer | null = null;

  constructor(private readonly env: QuestionsEnvironment) {}

  get isOpen(): boolean {
    return this.request !== null;
  }

  /** Shows the question that the machine asks now; the same question again changes nothing. */
  show(request: OpenRequest | null): void {
    const { request: before } = this;
    if (before?.id === request?.id && before?.cooled === request?.cooled) return;
    this.request = request;
    if (!request) return this.onGone(before);
    if (before?.id !== request.id) this.replacedAt = before && this.env.clock.monotonic();
    this.ask(request);
  }

  /** Stops reading the keyboard. */
  close(): void {
    this.cancelLook?.();
    this.stopListening?.();
    this.cancelLook = null;
    this.stopListening = null;
  }

  private ask(request: OpenRequest): void {
    const { keyboard, terminal } = this.env;
    const access = keyboard.access();
    terminal.tell(`\n${describeRequest(request, access)}`);
    terminal.note({ event: 'needs-person', request, how: hintOf(request, access) });
    if (request.buttons.length > 0) this.listen();
  }

  private listen(): void {
    if (this.stopListening) return;
    this.cancelLook?.();
    const { clock, keyboard } = this.env;
    const access = keyboard.access();
    if (access === 'background') this.cancelLook = clock.setTimer(LOOK_AGAIN_MS, () => this.listen());
    else if (access !== 'none') this.stopListening = keyboard.listen((line) => this.onLine(line));
  }

  private onGone(before: OpenRequest | null): void {
    this.close();
    if (before?.kind === 'heaters-unknown')
      this.env.terminal.tell(
        say('The machine says that its heaters are off.', 'La machine dit que sa chauffe est coupée.'),
      );
    this.env.terminal.note({ event: 'needs-person', request: null });
  }

  private onLine(line: string): void {
    const { request } = this;
    if (!request) return;
    const { clock, keyboard, terminal } = this.env;
    const button = buttonOf(line, request);
    const isTooSoon = this.replacedAt !== null && clock.monotonic() - this.replacedAt < TOO_SOON_MS;
    if (isTooSoon)
      terminal.tell(
        say(
          'The question had just changed: nothing was pressed. Read the new question, then answer.',
          'La question venait de changer : rien n’a été pressé. Lisez la nouvelle question, puis répondez.',
        ),
      );
    else if (button === undefined) terminal.tell(hintOf(request, keyboard.access()));
    else this.answer(request, button);
  }

  private answer(request: OpenRequest, button: number): void {
    const { driver, terminal } = this.env;
    try {
      // Printed first: the answer may bring the next question immediately.
      terminal.tell(`→ ${labelOf(request, button)}`);
      terminal.note({ event: 'answered', id: request.id, button });
      driver.answer(request.id, button);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      const { what, cure } = describeFault(error, languageFromEnvironment(process.env));
      terminal.tell(`${what}\n${cure}`);
      terminal.note({ event: 'answer-refused', id: request.id, code: error.code });
    }
  }
}
