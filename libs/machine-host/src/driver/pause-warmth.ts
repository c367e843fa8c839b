import type { CancelTimer, Clock } from '@pandafab/shared';
import type { DriverLog } from '../machine-driver';

/** The machine did not confirm that its heaters are off: tried again after so long. */
const RETRY_MS = 10_000;

export interface PauseWarmthEnvironment {
  readonly clock: Clock;
  readonly log: DriverLog;
  readonly keepMinutes: number;
  /** Switches the heaters off; rejects when the machine does not confirm that they are. */
  coolDown(): Promise<void>;
  /** Time is over while the firmware holds the run. */
  onOverdue(): void;
  /** The heaters are off, or could not be switched off now. */
  onChange(): void;
}

/** How long a paused run may heat. An unattended heater is worse than a part that comes off its bed. */
export class PauseWarmth {
  private state: 'warm' | 'cooling' | 'cooled' = 'warm';
  private cancel: CancelTimer | null = null;
  /** Its time was over before anything could be sent. */
  private overdue = false;

  constructor(private readonly env: PauseWarmthEnvironment) {}

  /** The heaters are being switched off: nothing may heat before that is over. */
  get isCooling(): boolean {
    return this.state === 'cooling';
  }

  get isOverdue(): boolean {
    return this.overdue;
  }

  get isCooled(): boolean {
    return this.state === 'cooled';
  }

  /**
   * From now on time counts. The firmware may hold the run meanwhile, in a filament change of its own, and takes nothing:
   * when the time is over it is drawn out of that.
   */
  beginHeld(): void {
    this.overdue = false;
    this.cancel?.();
    this.cancel = this.env.clock.setTimer(this.keepMs, () => {
      this.cancel = null;
      this.overdue = true;
      this.env.onOverdue();
    });
  }

  /** The run stands parked, and takes commands: its time counts anew, unless it was over before. */
  begin(): void {
    this.wait(this.overdue ? 0 : this.keepMs);
  }

  private get keepMs(): number {
    return this.env.keepMinutes * 60_000;
  }

  /** Time stands still. */
  stop(): void {
    this.cancel?.();
    this.cancel = null;
  }

  /** Somebody came, or the run is over. */
  end(): void {
    this.stop();
    this.overdue = false;
    if (this.state === 'cooled') this.state = 'warm';
  }

  private wait(ms: number): void {
    this.cancel?.();
    this.cancel = this.env.clock.setTimer(ms, () => void this.cool());
  }

  private async cool(): Promise<void> {
    this.cancel = null;
    this.state = 'cooling';
    try {
      await this.env.coolDown();
      this.state = 'cooled';
      this.env.log.warn('machine.paused-too-long', { minutes: this.env.keepMinutes });
    } catch {
      this.state = 'warm';
      this.wait(RETRY_MS);
    }
    this.env.onChange();
  }
}
