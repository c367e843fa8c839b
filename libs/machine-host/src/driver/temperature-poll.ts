import type { FirmwareProfile } from '@pandafab/firmware';
import type { CancelTimer, Clock } from '@pandafab/shared';
import type { Conversation } from './conversation';
import type { FirmwareFacts } from './firmware-facts';
import type { HeaterBank } from './heater-bank';

/** While the host waits for a temperature in the firmware's place, nobody should wait longer than it would. */
const WAITING_MS = 500;
/** A board that was reset unheard has forgotten that it was to report by itself. */
const MISSED = 3;

/** Asks for temperatures at an interval, while started, of a firmware that does not report them by itself. */
export class TemperaturePoll {
  private cancel: CancelTimer | null = null;
  private reports = 0;
  /** Times in a row without a report. */
  private missed = 0;

  constructor(
    private readonly conversation: Conversation,
    private readonly facts: FirmwareFacts,
    private readonly bank: HeaterBank,
    private readonly profile: FirmwareProfile,
    private readonly clock: Clock,
  ) {}

  start(): void {
    this.stop();
    const { wait } = this.conversation.state;
    this.cancel = this.clock.setTimer(wait ? WAITING_MS : this.profile.timeouts.temperatureMs, () => {
      this.start();
      this.ask();
    });
  }

  stop(): void {
    this.cancel?.();
    this.cancel = null;
  }

  private ask(): void {
    const { wait, plains } = this.conversation.state;
    const { reports } = this.bank;
    this.missed = reports === this.reports ? this.missed + 1 : 0;
    this.reports = reports;
    const reportsItself = this.facts.autoreportsTemperatures && this.missed < MISSED;
    if ((reportsItself && !wait) || plains.length > 0) return;
    this.conversation.exchange('M105').catch(() => undefined);
  }
}
