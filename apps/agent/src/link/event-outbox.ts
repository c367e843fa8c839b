import { EVENT_WINDOW } from '@pandafab/lab-link';
import { backOffMs, type CancelTimer, type Clock, SerialQueue } from '@pandafab/shared';
import type { EventJournal, StoredEvent } from '../journal/event-journal';

const REPEAT = { firstMs: 2000, longestMs: 30_000 };

export interface EventOutboxOptions {
  readonly clock: Clock;
  readonly events: EventJournal;
  readonly send: (event: StoredEvent) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Sends the journal's events to the server, in order, until they are applied. An acknowledgement of the broker is not
 * enough: events that the server has not acknowledged in time are sent again, from the oldest on.
 */
export class EventOutbox {
  private readonly sending = new SerialQueue();
  private active = false;
  private sentThrough = 0;
  /** How often the waiting events were sent, including the next time. */
  private attempts = 1;
  private cancelRepeat: CancelTimer | undefined;

  constructor(private readonly options: EventOutboxOptions) {
    options.events.onRecorded(() => this.pump());
  }

  /** The server is connected: sends all events that it has not applied. */
  start(): void {
    this.active = true;
    this.sendAgain(1);
  }

  stop(): void {
    this.active = false;
    this.cancelRepeat?.();
    this.cancelRepeat = undefined;
  }

  /** The server has applied some events: sends the next ones. */
  advance(): void {
    this.cancelRepeat?.();
    this.cancelRepeat = undefined;
    this.attempts = 1;
    this.pump();
  }

  /** Resolves when everything that can be sent is sent. */
  idle(): Promise<void> {
    return this.sending.idle();
  }

  private pump(): void {
    if (this.active) this.sending.add(() => this.sendPending()).catch(this.options.onError);
  }

  private sendAgain(attempts: number): void {
    this.sentThrough = 0;
    this.attempts = attempts;
    this.pump();
  }

  private async sendPending(): Promise<void> {
    const pending = await this.options.events.pending(EVENT_WINDOW);
    if (!this.active) return;
    for (const event of pending) {
      if (event.sequence <= this.sentThrough) continue;
      this.sentThrough = event.sequence;
      this.options.send(event);
    }
    if (pending.length > 0) this.armRepeat();
  }

  private armRepeat(): void {
    this.cancelRepeat ??= this.options.clock.setTimer(backOffMs(REPEAT, this.attempts), () => {
      this.cancelRepeat = undefined;
      this.sendAgain(this.attempts + 1);
    });
  }
}
