import type { CalmTick } from './calm-clock';
import type { Order, OrderKind } from './evidence';
import type { ParkedMachine } from './machine-park';

/**
 * Calm time within which an accepted order takes effect: what servers repeat they repeat every two seconds, and a
 * machine finishes the few commands that it holds.
 */
export const EFFECT_WITHIN_MS = 8000;

interface Entry extends Order {
  readonly labId: string;
  readonly parked: ParkedMachine;
  calmMs: number;
  dueAt: number | undefined;
  overAt: number | undefined;
  inEffect: boolean | undefined;
}

/** Cancels, pauses and stops that a server accepted, and from when on each of them must be obeyed. */
export class OrderBook {
  private readonly entries: Entry[] = [];

  get orders(): readonly Order[] {
    return this.entries.map(({ parked: _its, labId: _lab, calmMs: _ms, ...order }) => order);
  }

  /** @param part what the machine prints by then; -1 for a stop, which is the machine's own */
  accept(kind: OrderKind, labId: string, parked: ParkedMachine, part: number): void {
    const open = { calmMs: 0, dueAt: undefined, overAt: undefined, inEffect: undefined };
    this.entries.push({
      kind,
      machine: parked.name,
      part,
      acceptedAt: performance.now(),
      labId,
      parked,
      ...open,
    });
  }

  /** Nothing is demanded any more: somebody resumed, or switched the machine on again. */
  lift(kind: OrderKind, machine: string): void {
    for (const entry of this.entries)
      if (entry.kind === kind && entry.machine === machine) entry.overAt ??= performance.now();
  }

  /** True when such an order on this part is due or over. */
  settled(kind: OrderKind, part: number): boolean {
    return this.entries
      .filter((entry) => entry.kind === kind && entry.part === part)
      .every(({ dueAt, overAt }) => dueAt !== undefined || overAt !== undefined);
  }

  tick({ labId, chainMs }: CalmTick): void {
    for (const entry of this.entries) {
      if (entry.labId !== labId || entry.dueAt !== undefined || entry.overAt !== undefined) continue;
      entry.calmMs = chainMs === undefined || !entry.parked.isReachable ? 0 : entry.calmMs + chainMs;
      if (entry.calmMs < EFFECT_WITHIN_MS) continue;
      entry.dueAt = performance.now();
      if (entry.kind === 'stop') entry.inEffect = entry.parked.isHalted;
    }
  }
}
