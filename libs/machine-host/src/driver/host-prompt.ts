import type { PersonRequest } from '../machine-driver';

/** A limit above any firmware's number of buttons: a file could add endless ones. */
const MOST_BUTTONS = 8;
const LONGEST_TEXT = 200;
const INFORMS = /^dismiss$/i;
const GIVES_UP = /abort|cancel|stop/i;
const GOES_ON = /continue|resume|disable|close|done|ok/i;
const DOES_MORE = /more|purge|heat|load|insert|retry/i;

/** The dialogue that a firmware builds up on its host, action by action (Marlin, host_actions.cpp). */
export class HostPrompt {
  private message = '';
  private buttons: string[] = [];
  private shown = false;

  /** The firmware's present question; null for none, or for mere information (Marlin's PROMPT_INFO). */
  get request(): PersonRequest | null {
    if (!this.shown || this.tells) return null;
    return { kind: 'prompt', message: this.message, buttons: [...this.buttons], cooled: false };
  }

  /**
   * The button that ends the question fastest, for a cancelled run; null without a question. Never
   * the one that purges, heats or loads once more where there is another (Marlin, host_actions.cpp: `PurgeMore`,
   * `Continue`, `DisableRunout`; pause.cpp: `Reheat`).
   */
  get wayOut(): number | null {
    if (!this.shown || this.tells || this.buttons.length === 0) return null;
    for (const meaning of [GIVES_UP, GOES_ON]) {
      const button = this.buttons.findIndex((text) => meaning.test(text) && !DOES_MORE.test(text));
      if (button >= 0) return button;
    }
    return Math.max(
      0,
      this.buttons.findIndex((text) => !DOES_MORE.test(text)),
    );
  }

  /** Adds one action; true when the action belongs to a prompt. */
  build(verb: string, text: string): boolean {
    if (!verb.startsWith('prompt_')) return false;
    if (verb === 'prompt_begin') this.begin(text);
    else if (verb === 'prompt_show') this.shown = true;
    else if (verb === 'prompt_end') this.end();
    else if (verb === 'prompt_button' || verb === 'prompt_choice') this.addButton(text);
    return true;
  }

  /** The question is answered, or its firmware is gone. */
  end(): void {
    this.message = '';
    this.buttons = [];
    this.shown = false;
  }

  private get tells(): boolean {
    return this.buttons.length === 1 && INFORMS.test(this.buttons[0] ?? '');
  }

  private begin(text: string): void {
    this.end();
    this.message = text.slice(0, LONGEST_TEXT);
  }

  private addButton(text: string): void {
    if (this.buttons.length < MOST_BUTTONS) this.buttons.push(text.slice(0, LONGEST_TEXT));
  }
}
