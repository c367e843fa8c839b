/** Work that many events request, in one run at a time: all requests during a run lead to one more run after it. */
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

  /** Waits for the run in progress, and starts no other. */
  async close(): Promise<void> {
    this.closed = true;
    await this.running;
  }
}
