import type { City, Lab } from './city';
import type { HeldJob } from './evidence';

/** Of the new jobs. */
const HELD_AT_FIRST = 0.3;
const WITH_DATE = 0.3;
/** The chance at each look at a waiting job that a person changes something about it. */
const TOUCHES = 0.5;
const HELD_FOR_MS = 3000;
const MINUTE_MS = 60_000;

export interface QueuedView {
  readonly id: string;
  readonly queue: { readonly version: number; readonly held: unknown };
}

/** What a maker wants of a new job, as fields of its form. */
export type Wishes = Partial<Readonly<Record<'hold' | 'readyBy', string>>>;

type Change = Readonly<Record<string, unknown>>;

/** A manager who changes what waits: holds and releases it, gives due dates and priorities, and moves it. */
export class Hands {
  /** Jobs that a server said are held. */
  readonly held: HeldJob[] = [];

  constructor(
    private readonly city: City,
    private readonly random: () => number,
  ) {}

  wishes(): Wishes {
    const hold = this.random() < HELD_AT_FIRST ? { hold: 'true' } : {};
    return this.random() < WITH_DATE ? { ...hold, readyBy: this.soon() } : hold;
  }

  /** A server has answered that a job is held. */
  sawHeld(jobId: string): void {
    this.held.push({ jobId, from: Date.now(), until: undefined });
  }

  private soon = (): string => new Date(Date.now() + this.random() * 10 * MINUTE_MS).toISOString();

  /** @param isCalm true: only what is held is released */
  async touch(lab: Lab, job: QueuedView, others: readonly string[], isCalm: boolean): Promise<void> {
    if (job.queue.held !== null) return this.release(job, isCalm);
    if (isCalm || this.random() >= TOUCHES) return;
    const chance = this.random();
    if (chance < 0.4) return this.hold(job);
    if (chance < 0.6) return this.change(job, { readyBy: this.soon(), dueIsFirm: true });
    if (chance < 0.8)
      return this.change(job, { priority: { steps: chance < 0.7 ? 1 : -1, reason: 'Chaos' } });
    const other = others.find((id) => id !== job.id);
    if (chance < 0.9 && other) return this.change(job, { move: { before: other } });
    return this.change(job, { nextOn: lab.machines[0]?.id ?? null });
  }

  private async hold(job: QueuedView): Promise<void> {
    await this.change(job, { hold: { reason: 'Chaos' } });
    this.sawHeld(job.id);
  }

  /** Also a hold whose answer was lost. */
  private async release(job: QueuedView, isCalm: boolean): Promise<void> {
    const open = this.held.filter(({ jobId, until }) => jobId === job.id && until === undefined);
    if (!isCalm && open.some(({ from }) => Date.now() - from < HELD_FOR_MS)) return;
    // Noted before the request: the job may begin before the answer arrives.
    for (const hold of open) hold.until = Date.now();
    await this.change(job, { hold: null });
  }

  private async change({ id, queue }: QueuedView, change: Change): Promise<void> {
    await this.city.service.ask('PATCH', `/jobs/${id}/queue`, { version: queue.version, ...change });
  }
}
