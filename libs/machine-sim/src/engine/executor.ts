import type { CancelTimer, Clock } from '@pandafab/shared';
import type { Interruption, Wait } from './wait';

const SECOND = 1000;
/** Shorter than any timer can measure: such a wait ends immediately, and the planner still keeps the pace. */
const IMPERCEPTIBLE_MS = 1;

export interface ExecutorHooks {
  execute(line: string): Wait | undefined;
  /** The command is finished; its answer follows. */
  delay(): Wait | undefined;
  answer(line: string): void;
  say(text: string): void;
  /** Runs a timer's work, then continues with the queue and sends the output. */
  wake(work: () => void): void;
}

/** The command queue and the one command in execution: Marlin's queue.cpp, `advance`, and its keep-alive. */
export class Executor {
  /** Lines accepted and not yet answered; the first one is in execution (BUFSIZE counts it too). */
  readonly queue: string[] = [];
  /** M113. */
  keepAliveMs = 2 * SECOND;
  /** Commands of the firmware's own, before all others; without an answer (`queue.inject`). */
  private readonly injected: string[] = [];
  private executesInjected = false;
  private wait: Wait | null = null;
  private busyAt = 0;
  private reportAt = 0;
  private delayed = false;
  private cancelTimer: CancelTimer = () => {};

  constructor(
    private readonly clock: Clock,
    private readonly hooks: ExecutorHooks,
  ) {}

  /** Executes the first command of the queue; false when there is none or it must wait. */
  step(): boolean {
    if (this.wait) return false;
    const own = this.injected.shift();
    const line = own ?? this.queue[0];
    if (line === undefined) return false;
    this.executesInjected = own !== undefined;
    this.busyAt = this.clock.monotonic() + this.keepAliveMs;
    this.reportAt = this.clock.monotonic() + SECOND;
    return this.settle(this.hooks.execute(line));
  }

  inject(command: string): void {
    this.injected.push(command);
  }

  /** Ends the wait if this command can end it. */
  interrupt(order: Interruption): void {
    if (this.wait?.endedBy.includes(order)) this.endWait(this.wait);
  }

  /** Clears everything, as at a reset. */
  clear(): void {
    this.cancelTimer();
    this.wait = null;
    this.delayed = false;
    this.queue.length = 0;
    this.injected.length = 0;
    this.executesInjected = false;
  }

  private settle(first: Wait | undefined): boolean {
    const next = this.firstLong(first) ?? (this.executesInjected ? undefined : this.delayAnswer());
    if (next) {
      this.wait = next;
      this.arm(next);
      return false;
    }
    this.delayed = false;
    if (this.executesInjected) {
      this.executesInjected = false;
      return true;
    }
    // A command may have halted the machine: then no answer follows.
    const line = this.queue[0];
    if (line !== undefined) this.hooks.answer(line);
    this.queue.shift();
    return true;
  }

  /** Skips the waits that are over. */
  private firstLong(first: Wait | undefined): Wait | undefined {
    let next = first;
    while (next && next.until - this.clock.monotonic() <= IMPERCEPTIBLE_MS) next = next.next();
    return next;
  }

  private delayAnswer(): Wait | undefined {
    if (this.delayed) return undefined;
    this.delayed = true;
    return this.hooks.delay();
  }

  private endWait(wait: Wait): void {
    this.cancelTimer();
    this.wait = null;
    this.settle(wait.next());
  }

  private arm(wait: Wait): void {
    let wakeAt = wait.until;
    if (wait.shows && this.keepAliveMs > 0) wakeAt = Math.min(wakeAt, this.busyAt);
    if (wait.eachSecond) wakeAt = Math.min(wakeAt, this.reportAt);
    if (wakeAt === Infinity) return;
    const delay = wakeAt - this.clock.monotonic();
    this.cancelTimer = this.clock.setTimer(delay, () => this.hooks.wake(() => this.onTimer(wait)));
  }

  private onTimer(wait: Wait): void {
    const now = this.clock.monotonic();
    if (wait.eachSecond && now >= this.reportAt) {
      this.reportAt += SECOND;
      this.hooks.say(wait.eachSecond());
    }
    if (now >= wait.until) return this.endWait(wait);
    if (wait.shows && this.keepAliveMs > 0 && now >= this.busyAt) {
      this.busyAt += this.keepAliveMs;
      this.hooks.say(`echo:busy: ${wait.shows}`);
    }
    this.arm(wait);
  }
}
