import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { isClearlySooner, mayLeave } from '@pandafab/domain';
import type { Clock, Instant, LabId } from '@pandafab/shared';
import { In } from 'typeorm';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { PeriodicWork } from '../../platform/queues/periodic-work';
import { StoredFile } from '../files/file.entity';
import { expectationsOf } from '../jobs/expectations';
import { Job } from '../jobs/job.entities';
import { JobApproval } from '../jobs/queue/job-approval';
import { MoveOvertaken, type MoveToLab, moveToLab } from '../jobs/queue/move-to-lab';
import { isFreeToMove } from '../jobs/queue/other-labs';
import { Forecasts } from './forecasts.service';

/** As often as hours are computed without any event. */
const EVERY_MS = 5 * 60_000;
/** Batches that are looked at in one step, those that wait longest first: each costs a forecast of every other lab. */
const MOST = 20;
/** Copies whose print has begun, or is over, hold the others where they are: a person fetches them in one place. */
const WITHOUT_PRINT: readonly Job['state'][] = ['queued', 'cancelled', 'refused'];

/** The waiting copies of one batch in one lab, and when the last of them begins there; null: not known. */
interface Waiting {
  readonly jobs: readonly [Job, ...Job[]];
  readonly firstAt: Instant | null;
  readonly lastAt: Instant | null;
}

/** Moves waiting jobs to another lab that their makers named, where it begins them clearly sooner. */
@Injectable()
export class LabMoves implements OnModuleInit {
  private readonly log = new Logger('LabMoves');

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly periodic: PeriodicWork,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly forecasts: Forecasts,
    private readonly approval: JobApproval,
  ) {}

  onModuleInit(): void {
    this.periodic.register({ name: 'lab-moves', everyMs: EVERY_MS, run: () => this.step() });
  }

  /** Looks at all jobs that may go to another lab; of two processes that do so at once, one moves a job. */
  async step(): Promise<void> {
    for (const waiting of await this.waiting()) {
      const move = await this.betterFor(waiting);
      if (move) await this.move(move);
    }
  }

  private async move(move: MoveToLab): Promise<void> {
    try {
      await this.unitOfWork.run((unit) => moveToLab(unit, move));
      this.log.log(`${move.jobs.length} jobs move to lab ${move.labId}`);
    } catch (error) {
      // A machine took it, or a person changed it: that wins, and the next step looks again.
      if (!(error instanceof MoveOvertaken)) throw error;
    }
  }

  private async waiting(): Promise<Waiting[]> {
    const { manager } = this.database;
    const now = this.clock.now();
    const named = await manager
      .createQueryBuilder(Job, 'job')
      .where("job.state = 'queued' AND job.otherLabIds <> '[]'")
      .orderBy('job.rank')
      .getMany();
    const free = byBatch(named).filter((jobs) => jobs.every((job) => isFree(now, job)));
    const printed = await this.withPrints(free.map(([job]) => job.batchId));
    const hours = await expectationsOf(
      manager,
      free.flat().map(({ id }) => id),
    );
    return free
      .filter(([first, ...others]) => !printed.has(first.batchId) && areTogether(first, others))
      .map((jobs): Waiting => {
        const starts = jobs.map(({ id }) => hours.get(id)?.startAt ?? null);
        return { jobs, firstAt: least(starts), lastAt: last(starts) };
      })
      .sort((a, b) => (b.lastAt ?? Number.POSITIVE_INFINITY) - (a.lastAt ?? Number.POSITIVE_INFINITY))
      .slice(0, MOST);
  }

  private async withPrints(batchIds: readonly Job['batchId'][]): Promise<ReadonlySet<string>> {
    const jobs = await this.database.of(Job).find({
      select: { batchId: true, state: true },
      where: { batchId: In([...batchIds]) },
    });
    return new Set(jobs.filter(({ state }) => !WITHOUT_PRINT.includes(state)).map(({ batchId }) => batchId));
  }

  /** Where these jobs begin clearly sooner; of several labs the one that begins them first. */
  private async betterFor({ jobs, firstAt, lastAt }: Waiting): Promise<MoveToLab | undefined> {
    const now = this.clock.now();
    const [first] = jobs;
    const file = await this.database.of(StoredFile).findOneByOrFail({ sha256: first.fileSha256 });
    let best: { labId: LabId; first: Instant; last: Instant } | undefined;
    for (const labId of first.otherLabIds) {
      // No forecast is needed where even a start at once would not be worth it.
      if (!isClearlySooner(now, lastAt, now, stayOf(first))) return undefined;
      const there = await this.startsIn(labId, jobs, file);
      if (!there || !isClearlySooner(now, lastAt, there.last, stayOf(first))) continue;
      if (!best || there.last < best.last) best = { labId, ...there };
    }
    return best && { jobs, labId: best.labId, startAt: best.first, formerAt: firstAt };
  }

  /** Undefined for a lab that cannot begin all of them without another spool, or would ask for approval first. */
  private async startsIn(labId: LabId, jobs: Waiting['jobs'], file: StoredFile) {
    const [first] = jobs;
    const request = { ...first, labId, quantity: jobs.length };
    if ((await this.approval.reasons(this.database.manager, request, file)).length > 0) return undefined;
    const expected = await this.forecasts.expectIn(labId, jobs, file);
    const hours = jobs.flatMap(({ id }) => expected.get(id) ?? []);
    if (hours.length < jobs.length || hours.some(({ change }) => change)) return undefined;
    const starts = hours.map(({ startAt }) => startAt);
    return { first: Math.min(...starts), last: Math.max(...starts) };
  }
}

function byBatch(jobs: readonly Job[]): Waiting['jobs'][] {
  const batches = new Map<string, [Job, ...Job[]]>();
  for (const job of jobs) {
    const batch = batches.get(job.batchId);
    if (batch) batch.push(job);
    else batches.set(job.batchId, [job]);
  }
  return [...batches.values()];
}

const stayOf = ({ createdAt, labChangedAt }: Job) => ({
  arrivedAt: labChangedAt ?? createdAt,
  wasMoved: labChangedAt !== null,
});

const isFree = (now: Instant, job: Job): boolean => isFreeToMove(job) && mayLeave(now, stayOf(job));

/** Copies move together or not at all. */
const areTogether = (first: Job, others: readonly Job[]): boolean =>
  others.every(
    ({ labId, otherLabIds }) =>
      labId === first.labId && String([...otherLabIds].sort()) === String([...first.otherLabIds].sort()),
  );

const isKnown = (starts: readonly (Instant | null)[]): starts is readonly Instant[] =>
  starts.every((each) => each !== null);
const least = (starts: readonly (Instant | null)[]): Instant | null =>
  isKnown(starts) ? Math.min(...starts) : null;
const last = (starts: readonly (Instant | null)[]): Instant | null =>
  isKnown(starts) ? Math.max(...starts) : null;
