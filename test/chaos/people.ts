import type { HttpClient } from '@pandafab/testing';
import type { City, Lab } from './city';
import { fileOf, nameOf } from './parts';

const PATIENCE_MS = 4000;
const LOOK_EVERY_MS = 200;
/** Jobs that a lab has waiting or under way, so that its machines are seldom idle. */
const KEEP_QUEUED = 5;
const CANCELS = 0.08;
const REDOES = 0.3;

interface MachineView {
  readonly id: string;
  readonly bed: 'clear' | 'occupied';
  readonly bedRunId: string;
}
interface JobView {
  readonly id: string;
  readonly state: string;
  readonly runs: readonly { readonly id: string; readonly state: string }[];
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Makers and a manager of each lab, who do not give up when a server does not answer. */
export class People {
  /** Ids that the service answered with. */
  readonly accepted: string[] = [];
  /** Jobs that nobody has decided upon yet, by lab. */
  private readonly undecided = new Map<string, Set<string>>();
  private parts = 0;
  private submitting = true;
  private working = true;
  private readonly shifts: Promise<void>[];

  constructor(
    private readonly city: City,
    private readonly random: () => number,
  ) {
    this.shifts = city.labs.map((lab) => this.work(lab));
  }

  get submitted(): number {
    return this.parts;
  }

  /** No more new work; what there is, is seen through. */
  calm(): void {
    this.submitting = false;
  }

  resume(): void {
    this.submitting = true;
  }

  async goHome(): Promise<void> {
    this.working = false;
    await Promise.all(this.shifts);
  }

  private async work(lab: Lab): Promise<void> {
    this.undecided.set(lab.id, new Set());
    while (this.working) {
      await this.submit(lab).catch(() => {});
      await this.clearBeds(lab).catch(() => {});
      await this.decide(lab).catch(() => {});
      await pause(LOOK_EVERY_MS);
    }
  }

  private async submit(lab: Lab): Promise<void> {
    const mine = this.undecided.get(lab.id) as Set<string>;
    if (!this.submitting || mine.size >= KEEP_QUEUED) return;
    const part = this.parts++;
    const form = new FormData();
    form.set('labId', lab.id);
    form.set('file', new Blob([fileOf(part)]), nameOf(part));
    const { jobs } = await this.ask<{ jobs: JobView[] }>('POST', '/jobs', form);
    for (const { id } of jobs) {
      this.accepted.push(id);
      mine.add(id);
    }
  }

  private async clearBeds(lab: Lab): Promise<void> {
    const { items } = await this.ask<{ items: MachineView[] }>('GET', `/labs/${lab.id}/machines`);
    for (const { id, bedRunId } of items.filter(({ bed }) => bed === 'occupied')) {
      const machine = lab.machines.find((each) => each.id === id)?.parked.name ?? id;
      this.city.happenings.push({ kind: 'bed-clear', machine, at: performance.now() });
      await this.ask('POST', `/machines/${id}/bed-clear?runId=${bedRunId}`, {});
    }
  }

  /** Now and then somebody changes their mind; of what was stopped some is tried again, and some given up. */
  private async decide(lab: Lab): Promise<void> {
    const mine = this.undecided.get(lab.id) as Set<string>;
    for (const id of [...mine]) {
      const job = await this.ask<JobView>('GET', `/jobs/${id}`);
      const { state } = job;
      if (['done', 'cancelled', 'refused', 'redone'].includes(state)) mine.delete(id);
      else if (state === 'stopped') {
        mine.delete(id);
        await (this.submitting && this.random() < REDOES
          ? this.redo(id, mine)
          : this.ask('POST', `/jobs/${id}/cancel`, {}));
      } else if (this.random() < CANCELS / KEEP_QUEUED) await this.cancel(job);
    }
  }

  private async redo(id: string, mine: Set<string>): Promise<void> {
    const again = await this.ask<JobView>('POST', `/jobs/${id}/redo`, {});
    this.accepted.push(again.id);
    mine.add(again.id);
  }

  private async cancel({ id, runs }: JobView): Promise<void> {
    const active = runs.find(({ state }) => ['assigned', 'accepted', 'printing'].includes(state));
    if (active) await this.ask('POST', `/runs/${active.id}/command`, { action: 'cancel' });
    else await this.ask('POST', `/jobs/${id}/cancel`, {});
  }

  /** Asks either server, as a browser behind a balancer would. @throws Error when it does not answer well in time */
  private async ask<Body>(method: string, path: string, body?: unknown): Promise<Body> {
    const client = this.city.clients[this.random() < 0.5 ? 0 : 1] as HttpClient;
    const late = pause(PATIENCE_MS).then(() => {
      throw new Error('no answer');
    });
    const answer = await Promise.race([client.request<Body>(method, `/api/v1${path}`, { body }), late]);
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status}`);
    return answer.body;
  }
}
