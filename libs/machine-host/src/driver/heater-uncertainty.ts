import type { CancelTimer, Clock, MachineState } from '@pandafab/shared';
import type { DriverLog, PersonRequest } from '../machine-driver';
import { HEATERS_UNKNOWN, type StatusBoard } from './status-board';

const NO_REQUEST = { run: null, prompt: null, heaters: null } as const;

/** Whether a heater may be on without our knowing: the single source of this state and its messages. */
export class HeaterUncertainty {
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

  /** A run ended without information about its heaters. */
  raise(): void {
    if (!this.inDoubt) this.log.warn('machine.heaters-unknown');
    this.inDoubt = true;
  }

  /** The machine is out of control, with heaters that may be on. */
  lose(): void {
    this.raise();
    this.leave('faulted');
  }

  /** The heaters are off: the machine has said so, or was reset. */
  settle(state?: MachineState): void {
    this.end();
    this.board.set({ heatersUnknown: false, asks: { heaters: null }, ...(state && { state }) });
  }

  /** The machine can no longer be asked: after a run, a person has to look. */
  leave(state: 'disconnected' | 'faulted' | 'halted'): void {
    this.stopWaiting();
    const heaters = this.inDoubt ? HEATERS_UNKNOWN : null;
    this.board.set({ state, heatersUnknown: true, asks: { ...NO_REQUEST, heaters } });
  }

  /** The machine was stopped, which switches its heaters off: without its confirmation within that time a person has to look. */
  awaitHalt(ms: number): void {
    this.raise();
    this.board.set({ state: 'halted', heatersUnknown: true, asks: NO_REQUEST });
    this.stopWaiting();
    this.cancelAsking = this.clock.setTimer(ms, () => this.leave('halted'));
  }

  /** The machine has reported that it halted: kill() switches the heaters off before it stops the firmware (MarlinCore.cpp). */
  halt(machine: PersonRequest | null): void {
    this.end();
    this.board.set({ state: 'halted', heatersUnknown: false, asks: { ...NO_REQUEST, machine } });
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
