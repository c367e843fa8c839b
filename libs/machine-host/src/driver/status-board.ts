import type { MachineStatus } from '../machine-driver';

/** The machine's status as others see it, and those who want to hear of changes. */
export class StatusBoard {
  private readonly listeners = new Set<(status: MachineStatus) => void>();
  private current: MachineStatus = {
    connection: 'disconnected',
    firmware: null,
    temperatures: { nozzle: null, bed: null },
    heatersUnknown: true,
    needsPerson: null,
  };

  get status(): MachineStatus {
    return this.current;
  }

  set(change: Partial<MachineStatus>): void {
    this.current = { ...this.current, ...change };
    for (const listener of this.listeners) listener(this.current);
  }

  listen(listener: (status: MachineStatus) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
