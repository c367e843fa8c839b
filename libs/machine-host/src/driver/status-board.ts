import type { MachineStatus, PersonRequest } from '../machine-driver';

/** Who may ask for a person, the most urgent first. */
const ASKERS = ['prompt', 'run', 'heaters'] as const;
type Asker = (typeof ASKERS)[number];

type Change = Partial<Omit<MachineStatus, 'needsPerson'>> & {
  /** What each asks now; null for nothing. Askers that are not named go on asking. */
  readonly asks?: Partial<Record<Asker, PersonRequest | null>>;
};

/** Heaters may be on, and the machine does not answer. */
export const HEATERS_UNKNOWN: PersonRequest = {
  kind: 'heaters-unknown',
  message: '',
  buttons: [],
  cooled: false,
};

/** The machine's status as others see it, and those who want to hear of changes. */
export class StatusBoard {
  private readonly listeners = new Set<(status: MachineStatus) => void>();
  private readonly asks: Record<Asker, PersonRequest | null> = { prompt: null, run: null, heaters: null };
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

  set({ asks, ...change }: Change): void {
    Object.assign(this.asks, asks);
    const asking = ASKERS.find((asker) => this.asks[asker] !== null);
    this.current = { ...this.current, ...change, needsPerson: asking ? this.asks[asking] : null };
    for (const listener of this.listeners) listener(this.current);
  }

  listen(listener: (status: MachineStatus) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }
}
