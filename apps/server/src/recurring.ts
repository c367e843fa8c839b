import type { CancelTimer, Clock } from '@pandafab/shared';

/** Does something at start and again after each pause, never twice at once, until it is stopped. */
export class Recurring {
  private cancel: CancelTimer = () => {};
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  /** @param failed told why one time failed; the next comes all the same */
  constructor(
    private readonly clock: Clock,
    private readonly everyMs: number,
    private readonly work: () => Promise<void>,
    private readonly failed: (error: Error) => void,
  ) {}

  start(): void {
    this.running = this.work()
      .catch(this.failed)
      .finally(() => {
        if (!this.stopped) this.cancel = this.clock.setTimer(this.everyMs, () => this.start());
      });
  }

  /** Waits for what is under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.cancel();
    await this.running;
  }
}
