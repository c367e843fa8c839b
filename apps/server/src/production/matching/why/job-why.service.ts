import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { againstPeople, whyHere } from '@pandafab/domain';
import { type Clock, Fault, type JobId, type Language } from '@pandafab/shared';
import type { CurrentAccountInfo } from '../../../platform/http/access';
import { CLOCK } from '../../../platform/kit/config';
import { ReadDatabase } from '../../../platform/persistence/read-database';
import { PersonalTables } from '../../../platform/personal-data/personal-tables';
import { viewForecast } from '../../jobs/expectations';
import { Job } from '../../jobs/job.entities';
import { maySee, onlyVisible } from '../../jobs/job-visibility';
import { QueuePlans } from '../queue/queue-plans.service';
import { answersOf } from './answers-of';
import { recordsOfJob } from './read-records';
import { RunDecision } from './run-decision.entity';
import type { JobWhy } from './why.dto';
import { readerOf } from './why-reader';
import { viewDecision, viewReasons } from './why-view';

/** Jobs before a job that an answer names. */
const NAMED = 10;

/** Answers why a job stands where it stands, and why it begins where it does. */
@Injectable()
export class JobWhyService implements OnModuleInit {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly plans: QueuePlans,
    private readonly personal: PersonalTables,
  ) {}

  onModuleInit(): void {
    this.personal.leaveOut(RunDecision, 'why a print began where it did, which the job shows');
  }

  /** @throws Fault JOB.UNKNOWN */
  async of(account: CurrentAccountInfo, id: JobId, language: Language): Promise<JobWhy> {
    const { manager } = this.database;
    const job = await manager.findOneBy(Job, { id });
    if (!job || !(await maySee(manager, this.clock.now(), account, job))) throw new Fault('JOB.UNKNOWN');
    return {
      waiting: job.state === 'queued' ? await this.waiting(account, job, language) : null,
      begun: await recordsOfJob(manager, this.clock.now(), account, job, language),
    };
  }

  private async waiting(
    account: CurrentAccountInfo,
    job: Job,
    language: Language,
  ): Promise<JobWhy['waiting']> {
    const plan = await this.plans.explained(job.labId);
    const found = plan.explainer.of(job.id);
    const planJob = plan.queue.waiting.find(({ id }) => id === job.id);
    if (!found || !planJob) return null;
    const seen = await this.visibleIn(account, job);
    const { manager } = this.database;
    const reader = await readerOf(manager, account, job.labId, language, (id) => seen.has(id));
    const before = plan.explainer.ahead(found.place);
    const own = plan.expected.get(job.id);
    return {
      ...viewDecision(found, job),
      stopped: viewReasons(againstPeople(planJob), reader),
      ahead: {
        count: before.length,
        samePayer: before.filter(({ payer }) => payer === planJob.payer).length,
        jobs: before
          .flatMap(({ id }, at) => {
            const row = seen.get(id);
            return row ? [{ jobId: id, fileName: row.fileName, memberId: row.memberId, place: at + 1 }] : [];
          })
          .slice(-NAMED),
      },
      expected: viewForecast(own),
      whyHere: own ? whyHere(planJob, own.machineId, found.machines) : null,
      machines: answersOf(plan, planJob, found.machines, reader),
    };
  }

  /** The waiting jobs of the lab that the account may see. */
  private async visibleIn(account: CurrentAccountInfo, { labId }: Job): Promise<ReadonlyMap<JobId, Job>> {
    const query = this.database
      .of(Job)
      .createQueryBuilder('job')
      .select(['job.id', 'job.fileName', 'job.memberId'])
      .where("job.labId = :labId AND job.state = 'queued'", { labId });
    const rows = await onlyVisible(query, this.clock.now(), account).getMany();
    return new Map(rows.map((row) => [row.id, row]));
  }
}
