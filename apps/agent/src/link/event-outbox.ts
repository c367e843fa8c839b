import { EVENT_WINDOW } from '@pandafab/lab-link';
import type { CancelTimer, Clock } from '@pandafab/shared';
import type { EventJournal, StoredEvent } from '../journal/event-journal';
import { Turns } from '../journal/turns';

const FIRST_REPEAT_MS = 2000;
const LONGEST_REPEAT_MS = 30_000;

export interface EventOutboxOptions {
  readonly clock: Clock;
  readonly events: EventJournal;
  readonly send: (event: StoredEvent) => void;
  readonly onError: (error: unknown) => void;
}

/**
 * Brings the journal's events to the server, in order and until they are applied. The broker's word that it took
 * one counts for nothing: what the server has not acknowledged in time is sent again from the oldest on.
 */
export class EventOutbox {
  private readonly turns = new Turns();
  private active = false;
  private sentThrough = 0;
  private repeatMs = FIRST_REPEAT_MS;
  private cancelRepeat: CancelTimer | undefined;

  constructor(private readonly options: EventOutboxOptions) {
    options.events.onRecorded(() => this.pump());
  }

  /** The server listens: everything that it has not applied goes out. */
  start(): void {
    this.active = true;
    this.sendAgain(FIRST_REPEAT_MS);
  }

  stop(): void {
    this.active = false;
    this.cancelRepeat?.();
    this.cancelRepeat = undefined;
  }

  /** The server has applied some: the next ones may follow. */
  advance(): void {
    this.cancelRepeat?.();
    this.cancelRepeat = undefined;
    this.repeatMs = FIRST_REPEAT_MS;
    this.pump();
  }

  /** Resolves when what could be sent has been. */
  idle(): Promise<void> {
    return this.turns.idle();
  }

  private pump(): void {
    if (this.active) this.turns.take(() => this.sendPending()).catch(this.options.onError);
  }

  private sendAgain(nextRepeatMs: number): void {
    this.sentThrough = 0;
    this.repeatMs = nextRepeatMs;
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
    this.cancelRepeat ??= this.options.clock.setTimer(this.repeatMs, () => {
      this.cancelRepeat = undefined;
      this.sendAgain(Math.min(this.repeatMs * 2, LONGEST_REPEAT_MS));
    });
  }
}
