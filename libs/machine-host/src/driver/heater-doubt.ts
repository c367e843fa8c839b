import type { Connection, DriverLog } from '../machine-driver';
import { HEATERS_UNKNOWN, type StatusBoard } from './status-board';

/** Whether a heater may be on without our knowing, and what is said of it. */
export class HeaterDoubt {
  /** A run was lost: its heaters may have been left on. */
  private inDoubt = false;

  constructor(
    private readonly board: StatusBoard,
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
    if (this.inDoubt) this.log.info('machine.heaters-known');
    this.inDoubt = false;
    this.board.set({ heatersUnknown: false, asks: { heaters: null }, ...(connection && { connection }) });
  }

  /** Nobody can ask the machine any more: after a run, a person has to look. */
  leave(connection: 'disconnected' | 'faulted' | 'halted'): void {
    const heaters = this.inDoubt ? HEATERS_UNKNOWN : null;
    this.board.set({ connection, heatersUnknown: true, asks: { run: null, prompt: null, heaters } });
  }
}
