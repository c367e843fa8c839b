import type { CancelTimer, Clock } from '@pandafab/shared';

/**
 * Repeats work in each process: at start and again after each pause, never in parallel, until it is stopped. Work
 * that must be done once in the network is a task of `PeriodicWork`.
 */
export class Recurring {
  private cancel: CancelTimer = () => {};
  private running: Promise<void> = Promise.resolve();
  private stopped = false;

  /** @param failed called with the error of a failed run; the next run takes place all the same */
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

  /** Waits for the run in progress. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.cancel();
    await this.running;
  }
}
