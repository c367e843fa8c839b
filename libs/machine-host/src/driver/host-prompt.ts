import type { PersonRequest } from '../machine-driver';

/** More than any firmware shows: a file could ask for endless ones. */
const MOST_BUTTONS = 8;
const LONGEST_TEXT = 200;

/** The dialogue that a firmware builds up on its host, action by action (Marlin, host_actions.cpp). */
export class HostPrompt {
  private message = '';
  private buttons: string[] = [];
  private shown = false;

  /** What the firmware asks now; null when nothing. */
  get request(): PersonRequest | null {
    if (!this.shown) return null;
    return { kind: 'prompt', message: this.message, buttons: [...this.buttons], cooled: false };
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

  private begin(text: string): void {
    this.end();
    this.message = text.slice(0, LONGEST_TEXT);
  }

  private addButton(text: string): void {
    if (this.buttons.length < MOST_BUTTONS) this.buttons.push(text.slice(0, LONGEST_TEXT));
  }
}
