import { pollUntil } from '@pandafab/testing';
import type { City, Lab } from './city';
import type { BedClear } from './evidence';
import { Hands, type QueuedView, type Wishes } from './hands';
import { fileOf, isLong, nameOf, partOf } from './parts';
import { pause, Refused } from './service';

const LOOK_EVERY_MS = 200;
/** The number of jobs of a lab that wait or print, so that its machines are rarely idle. */
const KEEP_QUEUED = 5;
/** Of the parts that are submitted. */
const LONG_ONES = 0.12;
const REDOES = 0.3;
/** The chance at each check of a running job. A long job rarely reaches its end. */
const ORDERS = { short: 0.02, long: 0.1 };
/** The share of the orders; the others are cancellations. */
const STOPS = 0.15;
const PAUSES = 0.3;
const PAUSED_FOR_MS = 2000;
/** The chance of a click on a page that still shows an earlier part. */
const STALE_CLICKS = 0.3;

interface MachineView {
  readonly id: string;
  readonly bed: 'clear' | 'occupied';
  readonly bedRunId: string;
}
interface RunView {
  readonly id: string;
  readonly machineId: string;
  readonly state: string;
}
interface JobView {
  readonly id: string;
  readonly state: string;
  readonly fileName: string;
  readonly runs: readonly RunView[];
  readonly queue: QueuedView['queue'];
}

const UNDER_WAY = ['assigned', 'accepted', 'printing', 'paused'];

/** Makers and a manager of each lab, who try again when a server does not answer. */
export class People {
  /** Ids in the service's answers. */
  readonly accepted: string[] = [];
  readonly hands: Hands;
  /** Jobs that still need a person's decision, by lab. */
  private readonly undecided = new Map<string, Set<string>>();
  /** When each run was paused that a person will resume. */
  private readonly pausedAt = new Map<string, number>();
  /** The run whose part was on the bed before, by machine. */
  private readonly clearedRuns = new Map<string, string>();
  private submitting = true;
  private watching = false;
  private working = true;
  private readonly handsOff = new Set<string>();
  private readonly shifts: Promise<void>[];

  constructor(
    private readonly city: City,
    private readonly random: () => number,
  ) {
    this.hands = new Hands(city, random);
    this.shifts = city.labs.map((lab) => this.work(lab));
  }

  /** From now on people start no new work, and finish the present work. */
  calm(): void {
    this.submitting = false;
    this.watching = false;
  }

  /** The people do nothing; resolves when all their actions have ended. */
  async stepBack(): Promise<void> {
    this.handsOff.clear();
    this.watching = true;
    await pollUntil('people to step back', () => this.handsOff.size === this.city.labs.length, 300_000);
  }

  resume(): void {
    this.submitting = true;
    this.watching = false;
  }

  async goHome(): Promise<void> {
    this.working = false;
    await Promise.all(this.shifts);
  }

  /** @returns the new job's id */
  async submit(lab: Lab, part: number, withinMs = 0, wishes: Wishes = {}): Promise<string> {
    const form = () => {
      const fields = new FormData();
      fields.set('labId', lab.id);
      fields.set('file', new Blob([fileOf(part)]), nameOf(part));
      for (const [name, value] of Object.entries(wishes)) fields.set(name, value);
      return fields;
    };
    const { jobs } = await this.city.service.insist<{ jobs: JobView[] }>(withinMs, 'POST', '/jobs', form);
    for (const { id } of jobs) {
      this.accepted.push(id);
      if (wishes.hold) this.hands.sawHeld(id);
    }
    return jobs[0]?.id ?? '';
  }

  private async work(lab: Lab): Promise<void> {
    const mine = new Set<string>();
    this.undecided.set(lab.id, mine);
    while (this.working) {
      if (this.watching) this.handsOff.add(lab.id);
      const chores = this.watching
        ? []
        : [this.makeMore, this.clearBeds, this.mendMachines, this.decide, this.releaseLost];
      for (const chore of chores) await chore.call(this, lab, mine).catch(() => {});
      await pause(LOOK_EVERY_MS);
    }
  }

  private async makeMore(lab: Lab, mine: Set<string>): Promise<void> {
    if (!this.submitting || mine.size >= KEEP_QUEUED) return;
    const part = this.city.parts.next(this.random() < LONG_ONES ? 'long' : 'short');
    mine.add(await this.submit(lab, part, 0, this.hands.wishes()));
  }

  private async clearBeds(lab: Lab): Promise<void> {
    const { items } = await this.city.service.ask<{ items: MachineView[] }>(
      'GET',
      `/labs/${lab.id}/machines`,
    );
    for (const { id, bedRunId } of items.filter(({ bed }) => bed === 'occupied')) {
      const before = this.clearedRuns.get(id);
      const isLate = before && before !== bedRunId && this.random() < STALE_CLICKS;
      // If the server accepts this click, no person clears the bed later, since the service shows it as clear.
      if (isLate && (await this.clickLate(lab, id, before))) continue;
      await this.sayClear(lab, id, bedRunId, false);
      this.clearedRuns.set(id, bedRunId);
    }
  }

  /**
   * Clicks as on a page that shows the earlier part: the click must not clear the present bed.
   * @returns false when the server refused it, as it should
   */
  private async clickLate(lab: Lab, machineId: string, runId: string): Promise<boolean> {
    try {
      await this.sayClear(lab, machineId, runId, true);
      return true;
    } catch (error) {
      if (error instanceof Refused) return false;
      throw error;
    }
  }

  /** @param refused whether the server should refuse it */
  async sayClear(lab: Lab, machineId: string, runId: string, refused: boolean): Promise<void> {
    const machine = lab.machines.find(({ id }) => id === machineId)?.parked.name ?? machineId;
    // Noted before the request: the next print may begin before the answer arrives.
    const said: BedClear = { kind: 'bed-clear', machine, at: performance.now(), refused };
    this.city.happenings.push(said);
    try {
      await this.city.service.ask('POST', `/machines/${machineId}/bed-clear?runId=${runId}`, {});
    } catch (error) {
      if (error instanceof Refused) said.refused = true;
      throw error;
    }
  }

  /** Switches a stopped machine on again, and asks the lab to reconnect it. */
  private async mendMachines(lab: Lab): Promise<void> {
    for (const { id, parked } of lab.machines) {
      if (parked.isHalted) {
        parked.reset();
        this.city.toReconnect.add(id);
      }
      if (!this.city.toReconnect.has(id)) continue;
      await this.city.service.ask('POST', `/machines/${id}/reconnect`, {});
      this.city.toReconnect.delete(id);
    }
  }

  /** Sometimes a maker cancels a job; some stopped jobs are made again, and some are cancelled for good. */
  private async decide(lab: Lab, mine: Set<string>): Promise<void> {
    for (const id of [...mine]) {
      const job = await this.city.service.ask<JobView>('GET', `/jobs/${id}`);
      const { state } = job;
      if (!['queued', 'running'].includes(state)) this.city.letGo(job.runs.map(({ machineId }) => machineId));
      if (['done', 'cancelled', 'refused', 'redone'].includes(state)) mine.delete(id);
      else if (state === 'stopped') {
        mine.delete(id);
        await (this.submitting && this.random() < REDOES
          ? this.redo(id, mine)
          : this.city.service.ask('POST', `/jobs/${id}/cancel`, {}));
      } else {
        // A refusal or a lost answer is no reason to give no order.
        if (state === 'queued')
          await this.hands.touch(lab, job, [...mine], !this.submitting).catch(() => undefined);
        await this.order(lab, job);
      }
    }
  }

  /** At the end, also jobs that were held in a submission whose answer was lost. */
  private async releaseLost(lab: Lab): Promise<void> {
    if (this.submitting) return;
    const path = `/jobs?labId=${lab.id}&state=queued`;
    const { items } = await this.city.service.ask<{ items: JobView[] }>('GET', path);
    for (const job of items.filter(({ queue }) => queue.held !== null))
      await this.hands.touch(lab, job, [], true).catch(() => undefined);
  }

  private async redo(id: string, mine: Set<string>): Promise<void> {
    const again = await this.city.service.ask<JobView>('POST', `/jobs/${id}/redo`, {});
    this.accepted.push(again.id);
    mine.add(again.id);
  }

  private async order(lab: Lab, job: JobView): Promise<void> {
    const part = partOf(job.fileName);
    const run = job.runs.find(({ state }) => UNDER_WAY.includes(state));
    if (run?.state === 'paused') await this.resumeRun(lab, run);
    if (!this.submitting && !isLong(part)) return;
    if (this.random() >= (isLong(part) ? ORDERS.long : ORDERS.short)) return;
    if (!run) return this.city.service.ask('POST', `/jobs/${job.id}/cancel`, {});
    const chance = this.random();
    if (run.state === 'printing' && chance < STOPS) return this.city.stop(lab, run.machineId, part);
    if (run.state === 'printing' && chance < STOPS + PAUSES) return this.pauseRun(lab, run, part);
    return this.city.command(lab, run, 'cancel', part);
  }

  private async pauseRun(lab: Lab, run: RunView, part: number): Promise<void> {
    this.pausedAt.set(run.id, performance.now());
    await this.city.command(lab, run, 'pause', part);
  }

  /** Also after a pause whose answer was lost. */
  private async resumeRun(lab: Lab, run: RunView): Promise<void> {
    if (performance.now() - (this.pausedAt.get(run.id) ?? 0) < PAUSED_FOR_MS) return;
    await this.city.command(lab, run, 'resume', -1);
  }
}
