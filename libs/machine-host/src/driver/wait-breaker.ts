import type { CancelTimer, Clock } from '@pandafab/shared';
import type { Conversation } from './conversation';

/** A command ends one wait at a time: another wait may follow. */
const EVERY_MS = 500;
/**
 * Without an emergency parser a command occupies a slot of the command buffer until the firmware reads it (Marlin,
 * queue.cpp, obeys it when it is read): only where nothing else moves, and seldom.
 */
const SELDOM_MS = 2_000;
const PATIENCE_MS = 1_000;
/** The longest time for a move or a filament change that ends by itself. */
const STUCK_AFTER_MS = 10_000;

export interface WaitBreakerEnvironment {
  readonly conversation: Conversation;
  readonly clock: Clock;
  /** The profile's `scripts.interrupt`. */
  readonly orders: readonly string[];
  /** Answers the firmware's question for people, so that it continues or gives up. */
  dismissPrompt(): void;
  /** How long heaters may be on without a person: the profile's `pause.keepMinutes`. */
  readonly keepMinutes: number;
  /** The firmware still holds the run: only a stop remains. */
  onStuck(): void;
  /** No person has stopped it in the time for which a paused run may heat. */
  onNobody(): void;
}

/**
 * Ends the firmware's wait while a run is cancelled or was lost: for a temperature, a person, its own
 * filament change with all its questions. No cancel may wait for ever: after a time, a person is offered the emergency stop; without a reply
 * the machine is stopped anyway.
 */
export class WaitBreaker {
  private cancelTick: CancelTimer | null = null;
  private cancelStuck: CancelTimer | null = null;

  constructor(private readonly env: WaitBreakerEnvironment) {}

  /** Until `end` is called; a second call has no effect. */
  begin(): void {
    if (this.cancelStuck) return;
    const { clock } = this.env;
    this.cancelStuck = clock.setTimer(STUCK_AFTER_MS, () => this.onStuck());
    if (this.isQuick) this.tick();
    else this.cancelTick = clock.setTimer(PATIENCE_MS, () => this.tick());
  }

  /** Once, immediately: no other command may fill the command buffer before it. */
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
    return this.env.conversation.state.firmware.emergencyParser;
  }

  private tick(): void {
    this.cancelTick = this.env.clock.setTimer(this.isQuick ? EVERY_MS : SELDOM_MS, () => this.tick());
    if (!this.env.conversation.isAnswered) this.order();
  }
}
