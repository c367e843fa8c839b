import { Injectable } from '@nestjs/common';
import { countReasons, type PlanJob, reasonsNotReady } from '@pandafab/domain';
import type { JobId, Language, MachineId } from '@pandafab/shared';
import { In } from 'typeorm';
import { findMachine } from '../../../network/machines/find-machine';
import type { CurrentAccountInfo } from '../../../platform/http/access';
import { toIso } from '../../../platform/http/fields';
import { ReadDatabase } from '../../../platform/persistence/read-database';
import { viewForecast } from '../../jobs/expectations';
import { Job } from '../../jobs/job.entities';
import { Run } from '../../jobs/run.entity';
import { WantedChanges } from '../changes/wanted-changes.service';
import { type ExplainedPlan, QueuePlans } from '../queue/queue-plans.service';
import { recordsOfJob } from './read-records';
import type { MachineWhy } from './why.dto';
import { readerOf } from './why-reader';
import { viewReasons, type WhyReader } from './why-view';

/** Different reasons that an answer shows. */
const REASONS = 10;

/** Answers why a machine prints what it prints, or why it is idle; for the staff of its lab. */
@Injectable()
export class MachineWhyService {
  constructor(
    private readonly database: ReadDatabase,
    private readonly plans: QueuePlans,
    private readonly changes: WantedChanges,
  ) {}

  /** @throws Fault MACHINE.UNKNOWN */
  async of(account: CurrentAccountInfo, id: MachineId, language: Language): Promise<MachineWhy> {
    const { manager } = this.database;
    const { labId } = await findMachine(manager, id);
    const plan = await this.plans.explained(labId);
    const machine = plan.queue.machines.find((each) => each.id === id);
    const reader = await readerOf(manager, account, labId, language, () => true);
    const change = (await this.changes.of(labId)).find(({ machineId }) => machineId === id);
    const { waiting } = plan.queue;
    const counted = machine ? countReasons(waiting, machine, plan.queue.stock) : { fitting: 0, reasons: [] };
    return {
      running: await this.running(plan, account, id, language),
      notReady: viewReasons(machine ? reasonsNotReady(machine) : [], reader),
      ...(await this.jobsFor(plan, id)),
      change: change ? { load: change.load, jobs: change.jobs } : null,
      ...{ waiting: waiting.length, fitting: counted.fitting },
      reasons: viewCounted(counted, reader),
    };
  }

  private async running(
    { now }: ExplainedPlan,
    account: CurrentAccountInfo,
    machineId: MachineId,
    language: Language,
  ): Promise<MachineWhy['running']> {
    const { manager } = this.database;
    const run = await manager.findOneBy(Run, { machineId, active: true });
    const job = run && (await manager.findOneBy(Job, { id: run.jobId }));
    if (!run || !job) return null;
    const records = await recordsOfJob(manager, now, account, job, language);
    const decision = records.find(({ runId }) => runId === run.id) ?? null;
    return { jobId: job.id, fileName: job.fileName, decision };
  }

  /** The job for which the machine is kept, and the one that is expected next. */
  private async jobsFor(
    { decision, expected }: ExplainedPlan,
    id: MachineId,
  ): Promise<Pick<MachineWhy, 'kept' | 'next'>> {
    const kept = decision.kept.find(({ machineId }) => machineId === id);
    const [next] = [...expected.values()]
      .filter(({ machineId }) => machineId === id)
      .sort((a, b) => a.startAt - b.startAt);
    const nameOf = await this.names([kept, next].flatMap((each) => each?.jobId ?? []));
    const hours = viewForecast(next);
    return {
      kept: kept ? { ...nameOf(kept.jobId), until: toIso(kept.until) } : null,
      next: next && hours ? { ...nameOf(next.jobId), expected: hours } : null,
    };
  }

  private async names(ids: readonly PlanJob['id'][]) {
    const rows = await this.database.of(Job).find({
      select: { id: true, fileName: true },
      where: { id: In([...ids]) },
    });
    return (jobId: JobId) => ({ jobId, fileName: rows.find(({ id }) => id === jobId)?.fileName ?? '' });
  }
}

/** Reasons with the same words are one. */
function viewCounted({ reasons }: ReturnType<typeof countReasons>, reader: WhyReader): MachineWhy['reasons'] {
  const found = new Map<string, MachineWhy['reasons'][number]>();
  for (const { reason, jobs } of reasons)
    for (const cause of viewReasons([reason], reader))
      found.set(cause.what, { cause, jobs: (found.get(cause.what)?.jobs ?? 0) + jobs });
  return [...found.values()].sort((a, b) => b.jobs - a.jobs).slice(0, REASONS);
}
