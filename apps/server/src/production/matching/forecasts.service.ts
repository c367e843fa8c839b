import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { type Expectation, forecast, NEVER, type PlanJob, queueOrder, rank } from '@pandafab/domain';
import { type Clock, type Instant, type JobId, type LabId, newId } from '@pandafab/shared';
import { missingFunds } from '../../money/member-accounts/waiting-funds';
import { Lab } from '../../network/labs/lab.entity';
import { claimMatch } from '../../network/labs/request-matching';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { PeriodicWork } from '../../platform/queues/periodic-work';
import { QueueHandlers } from '../../platform/queues/queue-handlers';
import type { StoredFile } from '../files/file.entity';
import { type LabExpectations, writeExpectations } from '../jobs/expectations';
import type { Job } from '../jobs/job.entities';
import { UNTOUCHED } from '../jobs/queue/job-conditions';
import { jobsWait } from '../jobs/queue/jobs-wait';
import { settleChanges } from './changes/write-changes';
import { forecastLab } from './forecast-lab.job';
import { inductionsOf } from './inductions-of-jobs';
import { labsWithQueue } from './labs-with-queue';
import { QueuePlans } from './queue/queue-plans.service';
import { figuresOf, planJobOf } from './queue/waiting-jobs';
import type { LabMachines } from './snapshot';
import type { Wanted } from './waiting';

/** Prints that last longer than expected move the hours of those that wait, without any event. */
const EVERY_MS = 5 * 60_000;

interface LabPlan extends LabExpectations {
  readonly waiting: readonly PlanJob[];
}

const NOTHING_WAITS: LabPlan = { waiting: [], order: [], expected: new Map(), away: new Set() };

/** A file to print, for whom, and when it should be ready. */
export interface WantedJobs extends Wanted, Pick<Job, 'groupId' | 'prestationId' | 'dueAt'> {
  /** The copies. */
  readonly quantity: number;
}

/** When jobs that are not submitted yet would begin and end. */
export interface Outlook {
  /** Of the copy that begins first; undefined if no machine could take it as things are. */
  readonly first: Expectation | undefined;
  /** When the last copy would be done; null if one of them has no hour. */
  readonly lastEndAt: Instant | null;
}

/** Computes when waiting jobs are expected to begin, and keeps it for pages and lists. */
@Injectable()
export class Forecasts implements OnModuleInit {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly handlers: QueueHandlers,
    private readonly periodic: PeriodicWork,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly plans: QueuePlans,
  ) {}

  onModuleInit(): void {
    this.handlers.register(forecastLab, {
      run: ({ labId, revision }) => this.refresh(labId, revision),
      pending: () => labsWithQueue(this.database),
    });
    this.periodic.register({ name: 'forecasts', everyMs: EVERY_MS, run: () => this.refreshAll() });
  }

  private async refreshAll(): Promise<void> {
    for (const { labId, revision } of await labsWithQueue(this.database)) await this.refresh(labId, revision);
  }

  /** A lab that has changed meanwhile is computed again after its next match. */
  private async refresh(labId: LabId, revision: number): Promise<void> {
    const lab = await this.database.of(Lab).findOneBy({ id: labId });
    if (lab?.matchRevision !== revision) return;
    const computed = (await jobsWait(this.database.manager, labId))
      ? await this.compute(labId)
      : NOTHING_WAITS;
    await this.unitOfWork.run(async (unit) => {
      if (!(await claimMatch(unit, labId, revision))) return;
      const isSettled = await settleChanges(unit, labId, computed.waiting, computed.expected);
      if ((await writeExpectations(unit, labId, computed)) || isSettled) unit.touch(labId);
    });
  }

  /** When the copies of a file that is not submitted yet would begin and end. */
  async expect({ file, inductionsAmong, quantity, ...wanted }: WantedJobs): Promise<Outlook> {
    const now = this.clock.now();
    const ids = Array.from({ length: quantity }, () => newId<JobId>());
    const { expected } = await this.compute(wanted.labId, async (lab) => {
      const inductions = await inductionsAmong([...lab.inductionKinds.keys()]);
      const { conditions, ...whose } = wanted;
      const chosen = { ...UNTOUCHED, colour: conditions.colour, tags: [...conditions.tags] };
      const figures = figuresOf(file, lab);
      return ids.map((id) => {
        const submitted = {
          id,
          fileSha256: file.sha256,
          rank: rank({ id, submittedAt: now }),
          createdAt: now,
        };
        return planJobOf({ ...chosen, ...whose, ...submitted }, figures, { now, inductions });
      });
    });
    return outlookOf(ids.map((id) => expected.get(id)));
  }

  /** When another lab would begin these jobs of one file, which wait elsewhere. */
  async expectIn(
    labId: LabId,
    jobs: readonly Job[],
    file: StoredFile,
  ): Promise<ReadonlyMap<JobId, Expectation>> {
    const now = this.clock.now();
    const { expected } = await this.compute(labId, async (lab) => {
      const kinds = [...lab.inductionKinds.keys()];
      const inductions = await inductionsOf(this.database.manager, now, jobs, kinds);
      const figures = figuresOf(file, lab);
      const funds = await missingFunds(this.database.manager);
      return jobs.map((job) => {
        const of = { now, inductions: inductions(job.id), awaitsFunds: funds.get(job.id) ?? null };
        return planJobOf({ ...job, labId }, figures, of);
      });
    });
    return expected;
  }

  /**
   * When the jobs that wait now, and perhaps more, are expected to begin.
   * @param more makes the additional jobs, for a preview
   */
  async compute(labId: LabId, more?: (lab: LabMachines) => Promise<PlanJob[]>): Promise<LabPlan> {
    const { now, lab, queue } = await this.plans.load(labId);
    const added = more ? await more(lab) : [];
    const order = queueOrder(now, [...queue.waiting, ...added], queue.used, queue.weights);
    return {
      waiting: queue.waiting,
      order: order.map(({ job }) => job.id),
      expected: forecast(now, { ...queue, jobs: [...queue.jobs, ...added] }),
      away: new Set(queue.machines.flatMap(({ id, freeAt }) => (freeAt === NEVER ? [id] : []))),
    };
  }
}

function outlookOf(copies: readonly (Expectation | undefined)[]): Outlook {
  const known = copies.flatMap((copy) => copy ?? []);
  const [first] = [...known].sort((a, b) => a.startAt - b.startAt);
  const lastEndAt = known.length === copies.length ? Math.max(...known.map(({ endAt }) => endAt)) : null;
  return { first, lastEndAt };
}
