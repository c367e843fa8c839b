import type { CancelTimer, Clock } from '@pandafab/shared';
import type { Connection, DriverLog, PersonRequest } from '../machine-driver';
import { HEATERS_UNKNOWN, type StatusBoard } from './status-board';

const NOBODY = { run: null, prompt: null, heaters: null } as const;

/** Whether a heater may be on without our knowing, and what is said of it: the one place that knows. */
export class HeaterDoubt {
  /** A run was lost: its heaters may have been left on. */
  private inDoubt = false;
  private cancelAsking: CancelTimer | null = null;

  constructor(
    private readonly board: StatusBoard,
    private readonly clock: Clock,
    private readonly log: DriverLog,
  ) {}

  get isOpen(): boolean {
    return this.inDoubt;
  }

  /** A run ended without a word of its heaters. */
  raise(): void {
    if (!this.inDoubt) this.log.warn('machine.heaters-unknown');
    this.inDoubt = true;
  }

  /** The machine is out of control, with heaters that may be on. */
  lose(): void {
    this.raise();
    this.leave('faulted');
  }

  /** The machine has said so, or was reset: its heaters are off. */
  settle(connection?: Connection): void {
    this.end();
    this.board.set({ heatersUnknown: false, asks: { heaters: null }, ...(connection && { connection }) });
  }

  /** Nobody can ask the machine any more: after a run, a person has to look. */
  leave(connection: 'disconnected' | 'faulted' | 'halted'): void {
    this.stopWaiting();
    const heaters = this.inDoubt ? HEATERS_UNKNOWN : null;
    this.board.set({ connection, heatersUnknown: true, asks: { ...NOBODY, heaters } });
  }

  /** It was told to halt, which switches its heaters off: a person has to look unless it says so within that time. */
  awaitHalt(ms: number): void {
    this.raise();
    this.board.set({ connection: 'halted', heatersUnknown: true, asks: NOBODY });
    this.stopWaiting();
    this.cancelAsking = this.clock.setTimer(ms, () => this.leave('halted'));
  }

  /** It has halted by its own word: kill() switches the heaters off before it stops the firmware (MarlinCore.cpp). */
  halt(machine: PersonRequest | null): void {
    this.end();
    this.board.set({ connection: 'halted', heatersUnknown: false, asks: { ...NOBODY, machine } });
  }

  private end(): void {
    this.stopWaiting();
    if (this.inDoubt) this.log.info('machine.heaters-known');
    this.inDoubt = false;
  }

  private stopWaiting(): void {
    this.cancelAsking?.();
    this.cancelAsking = null;
  }
}
