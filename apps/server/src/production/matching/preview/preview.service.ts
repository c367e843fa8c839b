import { Injectable } from '@nestjs/common';
import {
  type ChangedJob,
  comparePlans,
  exampleQueue,
  type PlaceInPlan,
  planOf,
  type QueueWeights,
  weightsWith,
} from '@pandafab/domain';
import { Fault, type LabId } from '@pandafab/shared';
import { In } from 'typeorm';
import { Lab } from '../../../network/labs/lab.entity';
import { ReadDatabase } from '../../../platform/persistence/read-database';
import { viewForecast } from '../../jobs/expectations';
import { Job } from '../../jobs/job.entities';
import { recentUse } from '../../jobs/queue/recent-use';
import { runningJobs } from '../../jobs/queue/running-jobs';
import type { SetWeights } from '../../queue-weights/queue-weights.service';
import type { LabQueue } from '../queue/load-queue';
import { type LoadedPlan, QueuePlans } from '../queue/queue-plans.service';
import type { QueuePreview } from './preview.dto';

/** Jobs that an answer shows. */
const SHOWN = 100;

type Named = (job: ChangedJob) => Pick<QueuePreview['jobs'][number], 'jobId' | 'memberId' | 'name'>;

/** Says what weights that are not saved would do to the queue of a lab as it is now. Nothing is written. */
@Injectable()
export class QueuePreviews {
  constructor(
    private readonly database: ReadDatabase,
    private readonly plans: QueuePlans,
  ) {}

  /** @throws Fault LAB.UNKNOWN */
  async preview(labId: LabId, set: SetWeights): Promise<QueuePreview> {
    if (!(await this.database.manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
    const plan = await this.plans.load(labId);
    const weights = weightsWith(set);
    return plan.queue.waiting.length === 0
      ? this.ofExample(plan, weights)
      : this.ofQueue(labId, plan, weights);
  }

  private ofExample({ now, queue: { weights: saved } }: LoadedPlan, weights: QueueWeights): QueuePreview {
    const { queue, nameOf } = exampleQueue(now, saved);
    const compared = comparePlans(queue.jobs, planOf(now, queue), planOf(now, { ...queue, weights }));
    const named: Named = ({ jobId }) => ({ jobId: null, memberId: null, name: nameOf.get(jobId) ?? '' });
    return { isExample: true, ...view(compared, named) };
  }

  private async ofQueue(
    labId: LabId,
    { now, queue }: LoadedPlan,
    weights: QueueWeights,
  ): Promise<QueuePreview> {
    const used = await this.usedWith(labId, now, queue, weights);
    const { waiting } = queue;
    const after = planOf(now, { ...queue, weights, used }, waiting);
    const compared = comparePlans(waiting, planOf(now, queue, waiting), after);
    const shown = compared.jobs.slice(0, SHOWN);
    const rows = await this.database.of(Job).find({
      select: { id: true, fileName: true, memberId: true },
      where: { id: In(shown.map(({ jobId }) => jobId)) },
    });
    const rowOf = new Map(rows.map((row) => [row.id, row]));
    const named: Named = ({ jobId }) => {
      const { fileName = '', memberId = null } = rowOf.get(jobId) ?? {};
      return { jobId, memberId, name: fileName };
    };
    return { isExample: false, ...view({ ...compared, jobs: shown }, named) };
  }

  /** How much old use counts depends on the weights. */
  private async usedWith(labId: LabId, now: number, queue: LabQueue, { halfLifeDays }: QueueWeights) {
    if (halfLifeDays === queue.weights.halfLifeDays) return queue.used;
    const { manager } = this.database;
    return recentUse(manager, now, labId, { halfLifeDays, running: await runningJobs(manager, labId) });
  }
}

const view = (
  { jobs, summary }: ReturnType<typeof comparePlans>,
  named: Named,
): Omit<QueuePreview, 'isExample'> => ({
  summary,
  jobs: jobs.slice(0, SHOWN).map((job) => ({
    ...named(job),
    isChanged: job.isChanged,
    laterBySeconds: job.laterBy,
    before: viewPlace(job.before),
    after: viewPlace(job.after),
  })),
});

const viewPlace = ({ place, expected }: PlaceInPlan) => ({
  place,
  expected: viewForecast(expected ?? undefined),
});
