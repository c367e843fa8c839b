/**
 * Work that many events ask for and that runs once at a time: asked for while it runs, it runs once more after.
 */
export class Coalesced {
  private running: Promise<void> | undefined;
  private again = false;
  private closed = false;

  constructor(
    private readonly work: () => Promise<void>,
    private readonly onError: (error: Error) => void,
  ) {}

  poke(): void {
    if (this.closed) return;
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.work()
      .catch(this.onError)
      .finally(() => {
        this.running = undefined;
        if (!this.again) return;
        this.again = false;
        this.poke();
      });
  }

  /** Lets what runs end, and starts nothing more. */
  async close(): Promise<void> {
    this.closed = true;
    await this.running;
  }
}
