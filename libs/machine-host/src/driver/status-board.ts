import { type Clock, Fault } from '@pandafab/shared';
import type { MachineStatus, OpenRequest, PersonRequest } from '../machine-driver';

/** The sources of questions for a person, the most urgent first. */
const ASKERS = ['cancel', 'prompt', 'run', 'heaters', 'machine'] as const;
type Asker = (typeof ASKERS)[number];

type Change = Partial<Omit<MachineStatus, 'needsPerson'>> & {
  /** The present question of each source; null for none. Sources that are not named keep theirs. */
  readonly asks?: Partial<Record<Asker, PersonRequest | null>>;
};

/** Heaters may be on, and the machine does not answer. */
export const HEATERS_UNKNOWN: PersonRequest = {
  kind: 'heaters-unknown',
  message: '',
  buttons: [],
  cooled: false,
};

/** The firmware still holds a cancelled run. */
export const CANCEL_STUCK: PersonRequest = {
  kind: 'cancel-stuck',
  message: '',
  buttons: ['Emergency stop'],
  cooled: false,
};

/** The machine's public status, and the listeners for its changes. */
export class StatusBoard {
  private readonly listeners = new Set<(status: MachineStatus) => void>();
  private readonly asks: Record<Asker, OpenRequest | null> = {
    ...{ cancel: null, prompt: null, run: null, heaters: null, machine: null },
  };
  private lastId = 0;
  private current: MachineStatus = {
    state: 'disconnected',
    firmware: null,
    readings: [],
    heatersUnknown: true,
    needsPerson: null,
  };

  constructor(private readonly clock: Clock) {}

  get status(): MachineStatus {
    return this.current;
  }

  set({ asks, ...change }: Change): void {
    for (const asker of ASKERS) {
      const request = asks?.[asker];
      if (request !== undefined) this.asks[asker] = request && this.open(request, this.asks[asker]);
    }
    const asking = ASKERS.find((asker) => this.asks[asker] !== null);
    this.current = { ...this.current, ...change, needsPerson: asking ? this.asks[asking] : null };
    for (const listener of this.listeners) listener(this.current);
  }

  /**
   * The present question, if the answer belongs to it.
   * @throws Fault MACHINE.QUESTION_CHANGED, MACHINE.ASKS_NOTHING {button}
   */
  demandAsked(request: number, button: number): OpenRequest {
    const asked = this.current.needsPerson;
    if (asked && asked.id !== request) throw new Fault('MACHINE.QUESTION_CHANGED');
    if (!asked || button >= asked.buttons.length) throw new Fault('MACHINE.ASKS_NOTHING', { button });
    return asked;
  }

  listen(listener: (status: MachineStatus) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** A question keeps its id while it is open, also when the heaters were switched off meanwhile. */
  private open(request: PersonRequest, before: OpenRequest | null): OpenRequest {
    if (before && isSameQuestion(before, request)) return { ...request, id: before.id };
    // From the wall clock: an answer delayed over a restart must not match a later question.
    this.lastId = Math.max(this.lastId + 1, Math.floor(this.clock.now()));
    return { ...request, id: this.lastId };
  }
}

const isSameQuestion = (a: PersonRequest, b: PersonRequest): boolean =>
  a.kind === b.kind && a.message === b.message && a.buttons.join('\n') === b.buttons.join('\n');
