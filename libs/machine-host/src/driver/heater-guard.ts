import { type CancelTimer, type Clock, Fault } from '@pandafab/shared';
import type { DriverLog } from '../machine-driver';

const ROUNDS = 4;
/** The longest time for an answer to a temperature query. */
const ROUND_MS = 2_500;
const RETRY_MS = 5_000;

export interface HeaterGuardEnvironment {
  readonly clock: Clock;
  readonly log: DriverLog;
  /** Writes all heater-off commands in one write, ahead of all waiting commands. */
  write(): void;
  /** Asks for the temperatures, and resolves with whether every target that the machine then reports is 0. */
  ask(): Promise<boolean>;
  /** False when a retry is useless: the line is closed, or the firmware has halted. */
  mayAsk(): boolean;
  /** The machine has reported targets of 0. */
  onConfirmed(): void;
}

/**
 * Switches heaters off, and confirms it only when the machine reports targets of 0. All commands are written together,
 * repeatedly, whatever the machine answers: over a cable that only sends, all commands must arrive, not only the first.
 */
export class HeaterGuard {
  private current: Promise<void> | null = null;
  private question: Promise<boolean> | null = null;
  private cancelRetry: CancelTimer | null = null;

  constructor(private readonly env: HeaterGuardEnvironment) {}

  /** @throws Fault MACHINE.HEATERS_UNCONFIRMED */
  off(): Promise<void> {
    this.current ??= this.switchOff().finally(() => {
      this.current = null;
    });
    return this.current;
  }

  /** Retries until the machine has answered or `stop` is called. */
  keepTrying(): void {
    this.stop();
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
      this.env.write();
      if (await this.isConfirmed()) {
        this.stop();
        this.env.log.info('machine.heaters-off');
        this.env.onConfirmed();
        return;
      }
    }
    this.env.log.warn('machine.heaters-unconfirmed');
    throw new Fault('MACHINE.HEATERS_UNCONFIRMED');
  }

  /** The answer may come several rounds later: it is requested once, and covers everything written before. */
  private isConfirmed(): Promise<boolean> {
    this.question ??= this.env
      .ask()
      .catch(() => false)
      .finally(() => {
        this.question = null;
      });
    const { question } = this;
    return new Promise((resolve) => {
      const cancel = this.env.clock.setTimer(ROUND_MS, () => resolve(false));
      void question.then((off) => {
        // The answer says that they are on: the commands written after the query need time.
        if (!off && this.env.mayAsk()) return;
        cancel();
        resolve(off);
      });
    });
  }
}
