/** Gathers the output of one turn and sends it in one piece. */
export class Outbox {
  private text = '';
  private sending = false;

  constructor(private readonly send: (bytes: Buffer) => void) {}

  say(line: string): void {
    this.add(`${line}\n`);
  }

  /** Text that does not end its line. */
  add(text: string): void {
    this.text += text;
  }

  /** A receiver may answer before `send` returns: the machine's output for that answer waits here. */
  flush(): void {
    if (this.sending) return;
    this.sending = true;
    try {
      while (this.text !== '') {
        const bytes = Buffer.from(this.text, 'latin1');
        this.text = '';
        this.send(bytes);
      }
    } finally {
      this.sending = false;
    }
  }
}
