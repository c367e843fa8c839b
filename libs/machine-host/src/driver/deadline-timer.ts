import type { CancelTimer, Clock } from '@pandafab/shared';

const NEVER = Number.POSITIVE_INFINITY;

/**
 * One timer for a deadline that moves with every line: moving it further away costs a comparison only, and the
 * timer sets itself again when it rings too early.
 */
export class DeadlineTimer {
  private deadline = NEVER;
  private ringsAt = NEVER;
  private cancel: CancelTimer | null = null;

  constructor(
    private readonly clock: Clock,
    private readonly onDue: () => void,
  ) {}

  /** @param deadline on the clock's monotonic time; Infinity for none */
  set(deadline: number): void {
    this.deadline = deadline;
    if (deadline < this.ringsAt) this.arm();
  }

  /** Clears the clock's timer too: a finished program must not keep running for a dropped deadline. */
  stop(): void {
    this.cancel?.();
    this.cancel = null;
    this.deadline = NEVER;
    this.ringsAt = NEVER;
  }

  private arm(): void {
    this.cancel?.();
    this.ringsAt = this.deadline;
    this.cancel = this.clock.setTimer(Math.max(0, this.deadline - this.clock.monotonic()), () => this.ring());
  }

  private ring(): void {
    this.cancel = null;
    this.ringsAt = NEVER;
    if (this.deadline === NEVER) return;
    if (this.clock.monotonic() < this.deadline) this.arm();
    else this.onDue();
  }
}
