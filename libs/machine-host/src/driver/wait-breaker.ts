import type { CancelTimer, Clock } from '@pandafab/shared';
import type { Conversation } from './conversation';

/** An order ends one wait at a time: another one may stand behind it. */
const EVERY_MS = 500;
/**
 * Without an emergency parser an order takes a place in the command buffer until the firmware has come to it (Marlin,
 * queue.cpp, obeys it when it is read): only where nothing else moves, and seldom.
 */
const SELDOM_MS = 2_000;
const PATIENCE_MS = 1_000;
/** So long may a move or a filament change take that comes to its end by itself. */
const STUCK_AFTER_MS = 10_000;

export interface WaitBreakerEnvironment {
  readonly conversation: Conversation;
  readonly clock: Clock;
  /** The profile's `scripts.interrupt`. */
  readonly orders: readonly string[];
  /** Answers what the firmware asks of people, so that it goes on or gives up. */
  dismissPrompt(): void;
  /** How long heaters may be on without anybody: the profile's `pause.keepMinutes`. */
  readonly keepMinutes: number;
  /** The firmware holds the run after all that: only a stop remains. */
  onStuck(): void;
  /** And nobody has stopped it for as long as a paused run may heat. */
  onNobody(): void;
}

/**
 * Draws the firmware out of whatever it waits for while a run is cancelled or was lost: M109, M190, M0, its own M600 with
 * all its questions. No cancel may end by waiting: after its time, a person is offered the emergency stop; where nobody takes
 * it, the machine is stopped all the same.
 */
export class WaitBreaker {
  private cancelTick: CancelTimer | null = null;
  private cancelStuck: CancelTimer | null = null;

  constructor(private readonly env: WaitBreakerEnvironment) {}

  /** Until `end` is called; said twice, it does nothing more. */
  begin(): void {
    if (this.cancelStuck) return;
    const { clock } = this.env;
    this.cancelStuck = clock.setTimer(STUCK_AFTER_MS, () => this.onStuck());
    if (this.isQuick) this.tick();
    else this.cancelTick = clock.setTimer(PATIENCE_MS, () => this.tick());
  }

  /** Once, at once: nothing else may fill the command buffer before it. */
  order(): void {
    const { conversation, orders } = this.env;
    this.env.dismissPrompt();
    if (orders.length === 0) return;
    conversation.writeNow(...orders);
    conversation.interrupt();
  }

  end(): void {
    this.cancelTick?.();
    this.cancelStuck?.();
    this.cancelTick = null;
    this.cancelStuck = null;
  }

  private onStuck(): void {
    const { clock, keepMinutes } = this.env;
    this.cancelStuck = clock.setTimer(keepMinutes * 60_000, () => this.env.onNobody());
    this.env.onStuck();
  }

  private get isQuick(): boolean {
    return this.env.conversation.state.emergencyParser;
  }

  private tick(): void {
    this.cancelTick = this.env.clock.setTimer(this.isQuick ? EVERY_MS : SELDOM_MS, () => this.tick());
    if (!this.env.conversation.isAnswered) this.order();
  }
}
