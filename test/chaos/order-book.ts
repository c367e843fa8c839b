import type { CalmTick } from './calm-clock';
import type { Order, OrderKind } from './evidence';
import type { ParkedMachine } from './machine-park';

/**
 * Calm time within which an accepted order takes effect: servers repeat messages every two seconds, and a machine
 * finishes the few commands in its buffer.
 */
export const EFFECT_WITHIN_MS = 8000;

/** A late pause would surprise people: it expires after a minute. */
const PAUSE_LIVES_MS = 45_000;

interface Entry extends Order {
  readonly labId: string;
  readonly parked: ParkedMachine;
  calmMs: number;
  /** True if there was no fault since it was accepted. */
  undisturbed: boolean;
  dueAt: number | undefined;
  overAt: number | undefined;
  inEffect: boolean | undefined;
}

/** Cancellations, pauses and stops that a server accepted, and when each must be in effect. */
export class OrderBook {
  private readonly entries: Entry[] = [];

  get orders(): readonly Order[] {
    return this.entries.map(({ kind, machine, part, acceptedAt, dueAt, overAt, inEffect }) => ({
      ...{ kind, machine, part, acceptedAt, dueAt, overAt, inEffect },
    }));
  }

  /** @param part whose print it means */
  accept(kind: OrderKind, labId: string, parked: ParkedMachine, part: number): void {
    const open = { calmMs: 0, undisturbed: true, dueAt: undefined, overAt: undefined, inEffect: undefined };
    const acceptedAt = performance.now();
    this.entries.push({ kind, machine: parked.name, part, acceptedAt, labId, parked, ...open });
  }

  /** The order no longer holds: a person resumed, or switched the machine on again. */
  lift(kind: OrderKind, machine: string): void {
    for (const entry of this.entries)
      if (entry.kind === kind && entry.machine === machine) entry.overAt ??= performance.now();
  }

  /** True when all orders on this part are due or over. */
  settled(part: number): boolean {
    return this.entries
      .filter((entry) => entry.part === part)
      .every(({ dueAt, overAt }) => dueAt !== undefined || overAt !== undefined);
  }

  tick({ labId, chainMs }: CalmTick): void {
    for (const entry of this.entries) {
      if (entry.labId !== labId || entry.dueAt !== undefined || entry.overAt !== undefined) continue;
      this.wait(entry, entry.parked.isReachable ? chainMs : undefined);
    }
  }

  private wait(entry: Entry, calmMs: number | undefined): void {
    const now = performance.now();
    if (calmMs === undefined) entry.undisturbed = false;
    entry.calmMs = calmMs === undefined ? 0 : entry.calmMs + calmMs;
    if (entry.kind === 'pause' && now - entry.acceptedAt > PAUSE_LIVES_MS) entry.overAt = now;
    else if (entry.calmMs >= EFFECT_WITHIN_MS) {
      entry.dueAt = now;
      // If the agent was killed, it has ended the print, which is as good; an unplugged machine receives nothing.
      if (entry.kind === 'stop' && entry.undisturbed) entry.inEffect = entry.parked.isHalted;
    }
  }
}
