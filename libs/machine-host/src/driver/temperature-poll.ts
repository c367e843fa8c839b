import type { CancelTimer, Clock } from '@pandafab/shared';

/** Asks for temperatures at an interval that may change, while started. */
export class TemperaturePoll {
  private cancel: CancelTimer | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly everyMs: () => number,
    private readonly ask: () => void,
  ) {}

  start(): void {
    this.cancel?.();
    this.cancel = this.clock.setTimer(this.everyMs(), () => {
      this.start();
      this.ask();
    });
  }

  stop(): void {
    this.cancel?.();
    this.cancel = null;
  }
}
