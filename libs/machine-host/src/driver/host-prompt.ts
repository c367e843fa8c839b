import type { PersonRequest } from '../machine-driver';

/** More than any firmware shows: a file could ask for endless ones. */
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

  /** What the firmware asks now; null when nothing, or when it only tells something (Marlin's PROMPT_INFO). */
  get request(): PersonRequest | null {
    if (!this.shown || this.tells) return null;
    return { kind: 'prompt', message: this.message, buttons: [...this.buttons], cooled: false };
  }

  /**
   * The button that leaves the question soonest, for a run that nobody wants any more; null when nothing is asked. Never
   * the one that purges, heats or loads once more where there is another (Marlin, host_actions.cpp: `PurgeMore`,
   * `Continue`, `DisableRunout`; pause.cpp: `Reheat`).
   */
  get wayOut(): number | null {
    if (!this.shown || this.tells || this.buttons.length === 0) return null;
    for (const wish of [GIVES_UP, GOES_ON]) {
      const button = this.buttons.findIndex((text) => wish.test(text) && !DOES_MORE.test(text));
      if (button >= 0) return button;
    }
    return Math.max(
      0,
      this.buttons.findIndex((text) => !DOES_MORE.test(text)),
    );
  }

  /** Takes one action; true when it was part of a prompt. */
  take(verb: string, text: string): boolean {
    if (!verb.startsWith('prompt_')) return false;
    if (verb === 'prompt_begin') this.begin(text);
    else if (verb === 'prompt_show') this.shown = true;
    else if (verb === 'prompt_end') this.end();
    else if (verb === 'prompt_button' || verb === 'prompt_choice') this.addButton(text);
    return true;
  }

  /** Answered, or nobody is there any more who asked. */
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
