import { type CancelTimer, type Clock, Fault } from '@pandafab/shared';
import type { DriverLog } from '../machine-driver';
import type { Temperatures } from '../protocol/temperatures';

const ROUNDS = 3;
const RETRY_MS = 5_000;

export interface HeaterGuardEnvironment {
  readonly script: readonly string[];
  readonly clock: Clock;
  readonly log: DriverLog;
  exchange(command: string): Promise<boolean>;
  temperatures(): Temperatures;
  /** False when asking again is in vain: the line is closed, or the firmware has halted. */
  mayAsk(): boolean;
  /** The machine has reported targets of 0. */
  onConfirmed(): void;
}

/** Switches heaters off and believes it only when the machine reports targets of 0. */
export class HeaterGuard {
  private current: Promise<void> | null = null;
  private cancelRetry: CancelTimer | null = null;

  constructor(private readonly env: HeaterGuardEnvironment) {}

  /** @throws Fault MACHINE.HEATERS_UNCONFIRMED */
  off(): Promise<void> {
    this.current ??= this.switchOff().finally(() => {
      this.current = null;
    });
    return this.current;
  }

  /** Tries again and again, until the machine has answered or `stop` is called. */
  keepTrying(): void {
    this.off().catch(() => {
      this.stop();
      if (!this.env.mayAsk()) return;
      this.cancelRetry = this.env.clock.setTimer(RETRY_MS, () => this.keepTrying());
    });
  }

  stop(): void {
    this.cancelRetry?.();
    this.cancelRetry = null;
  }

  private async switchOff(): Promise<void> {
    for (let round = 0; round < ROUNDS && this.env.mayAsk(); round++) {
      if (await this.tryOnce()) {
        this.stop();
        this.env.log.info('machine.heaters-off');
        this.env.onConfirmed();
        return;
      }
    }
    this.env.log.warn('machine.heaters-unconfirmed');
    throw new Fault('MACHINE.HEATERS_UNCONFIRMED');
  }

  private async tryOnce(): Promise<boolean> {
    try {
      for (const command of this.env.script) await this.env.exchange(command);
      await this.env.exchange('M105');
    } catch {
      return false;
    }
    const { nozzle, bed } = this.env.temperatures();
    return nozzle !== null && nozzle.target === 0 && (bed === null || bed.target === 0);
  }
}
