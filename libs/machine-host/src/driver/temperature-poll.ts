import type { FirmwareProfile } from '@pandafab/firmware';
import type { CancelTimer, Clock } from '@pandafab/shared';
import type { Conversation } from './conversation';
import type { FirmwareFacts } from './firmware-facts';

/** While the host waits for a temperature in the firmware's place, nobody should wait longer than it would. */
const WAITING_MS = 500;

/** Asks for temperatures at an interval, while started, of a firmware that does not report them by itself. */
export class TemperaturePoll {
  private cancel: CancelTimer | null = null;

  constructor(
    private readonly conversation: Conversation,
    private readonly facts: FirmwareFacts,
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
    if ((this.facts.autoreportsTemperatures && !wait) || plains.length > 0) return;
    this.conversation.exchange('M105').catch(() => undefined);
  }
}
