import type { FirmwareProfile } from '@pandafab/firmware';
import type { CancelTimer, Clock } from '@pandafab/shared';
import type { Dialect, Heaters } from '../dialect/dialect';
import type { Conversation } from './conversation';
import type { FirmwareFacts } from './firmware-facts';

/** While the host waits for a temperature instead of the firmware, the wait should be no longer than the firmware's. */
const WAITING_MS = 500;
/** A board with an unnoticed reset no longer reports by itself. */
const MISSED = 3;

export interface TemperaturePollEnvironment {
  readonly conversation: Conversation;
  readonly dialect: Dialect;
  readonly facts: FirmwareFacts;
  readonly bank: Heaters;
  readonly profile: FirmwareProfile;
  readonly clock: Clock;
}

/** Asks a firmware that does not report temperatures by itself for them, at an interval, while started. */
export class TemperaturePoll {
  private cancel: CancelTimer | null = null;
  private reports = 0;
  /** Times in a row without a report. */
  private missed = 0;

  constructor(private readonly env: TemperaturePollEnvironment) {}

  start(): void {
    this.stop();
    const { clock, conversation, profile } = this.env;
    const { wait } = conversation.state.run;
    this.cancel = clock.setTimer(wait ? WAITING_MS : profile.timeouts.temperatureMs, () => {
      this.start();
      this.ask();
    });
  }

  stop(): void {
    this.cancel?.();
    this.cancel = null;
  }

  private ask(): void {
    const { bank, conversation, dialect, facts } = this.env;
    const { plain, run } = conversation.state;
    const { reports } = bank;
    this.missed = reports === this.reports ? this.missed + 1 : 0;
    this.reports = reports;
    const reportsItself = facts.autoreportsTemperatures && this.missed < MISSED;
    if ((reportsItself && !run.wait) || plain.commands.length > 0) return;
    conversation.exchange(dialect.readTemperatures).catch(() => undefined);
  }
}
