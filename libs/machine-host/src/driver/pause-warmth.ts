import type { CancelTimer, Clock } from '@pandafab/shared';
import type { DriverLog } from '../machine-driver';

/** Retry interval when the machine did not confirm that its heaters are off. */
const RETRY_MS = 10_000;

export interface PauseWarmthEnvironment {
  readonly clock: Clock;
  readonly log: DriverLog;
  readonly keepMinutes: number;
  /** Switches the heaters off; rejects when the machine does not confirm that they are. */
  coolDown(): Promise<void>;
  /** The time has passed while the firmware holds the run. */
  onOverdue(): void;
  /** The heaters are off, or could not be switched off this time. */
  onChange(): void;
}

/** Limits how long a paused run may heat. An unattended heater is worse than a part that comes off its bed. */
export class PauseWarmth {
  private state: 'warm' | 'cooling' | 'cooled' = 'warm';
  private cancel: CancelTimer | null = null;
  /** The time had passed before a command could be sent. */
  private overdue = false;

  constructor(private readonly env: PauseWarmthEnvironment) {}

  /** The heaters are being switched off: no command may heat before that has ended. */
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
   * Starts the time. The firmware may hold the run meanwhile, in its own filament change, and accept no commands: when the
   * time has passed, that wait is broken.
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

  /** The run is parked and accepts commands: its time starts again, unless it had passed already. */
  begin(): void {
    this.wait(this.overdue ? 0 : this.keepMs);
  }

  private get keepMs(): number {
    return this.env.keepMinutes * 60_000;
  }

  /** The time does not run. */
  stop(): void {
    this.cancel?.();
    this.cancel = null;
  }

  /** A person came, or the run is over. */
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
