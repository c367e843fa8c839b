import { Inject, Injectable } from '@nestjs/common';
import type { BatchId, Clock, MachineId } from '@pandafab/shared';
import { In } from 'typeorm';
import type { z } from 'zod';
import { requestMatching } from '../../../network/labs/request-matching';
import { PresenceBook } from '../../../network/link/presence-book';
import { type CurrentAccountInfo, demandIn } from '../../../platform/http/access';
import { toIso, toIsoOrNull } from '../../../platform/http/fields';
import { CLOCK } from '../../../platform/kit/config';
import { ReadDatabase } from '../../../platform/persistence/read-database';
import { UnitOfWork } from '../../../platform/persistence/unit-of-work';
import { demandMachineOf } from '../demand-machine';
import { Batch, Job } from '../job.entities';
import { type JobUsage, usageOfJobs } from '../job-usage';
import { Run } from '../run.entity';
import { demandBatchVersion, demandJobsOf, jobsOfBatch, versionOf } from './batch-jobs';
import { onlyReal, recordChanges } from './change';
import { summariesOf } from './copies-summary';
import type { BatchDto } from './queue.dto';
import { WAITING } from './queue.service';

const NO_COUNTS = {
  ...{ analysing: 0, queued: 0, running: 0, stopped: 0, done: 0, refused: 0, cancelled: 0, redone: 0 },
};

const NO_COPIES = { all: 0, waiting: 0, running: 0, done: 0, ended: 0, endAt: null };

/** Batches: the jobs of one submission, as one. */
@Injectable()
export class BatchesService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly presence: PresenceBook,
  ) {}

  /** @throws Fault JOB.BATCH_UNKNOWN, also for a batch that the account may not see */
  async get(account: CurrentAccountInfo, id: BatchId): Promise<z.input<typeof BatchDto.schema>> {
    const { manager } = this.database;
    const jobs = await demandJobsOf(this.database.manager, this.clock.now(), account, id);
    const [first] = jobs;
    const { quantity, createdAt } = await manager.findOneByOrFail(Batch, { id });
    const runs = await manager.findBy(Run, { jobId: In(jobs.map((job) => job.id)) });
    const usage = [...(await usageOfJobs(manager, account, jobs)).values()];
    const counts = { ...NO_COUNTS };
    for (const { state } of jobs) counts[state] += 1;
    const copies = (await summariesOf(manager, this.presence, this.clock.now(), [id])).get(id);
    return {
      ...{ id, memberId: first.memberId, labId: first.labId, fileName: first.fileName, quantity },
      version: versionOf(jobs),
      counts,
      ...timesOf(runs, counts.analysing + counts.queued + counts.running === 0),
      copies: copies ?? NO_COPIES,
      usage: sumOf(usage),
      createdAt: toIso(createdAt),
    };
  }

  /**
   * Pins the waiting copies of a batch to machines in turn.
   * @param version of the batch that the author saw
   * @throws Fault JOB.BATCH_UNKNOWN, JOB.BATCH_CHANGED {version}, MACHINE.UNKNOWN, AUTH.FORBIDDEN, AUTH.OTHER_LAB
   */
  async spread(
    account: CurrentAccountInfo,
    id: BatchId,
    { version, machineIds }: { readonly version: number; readonly machineIds: readonly MachineId[] },
  ): Promise<void> {
    const [{ labId }] = await demandJobsOf(this.database.manager, this.clock.now(), account, id);
    demandIn(account, 'job.arrange', labId);
    await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      await requestMatching(unit, labId);
      for (const machineId of new Set(machineIds)) await demandMachineOf(manager, labId, machineId);
      const jobs = await jobsOfBatch(manager, id);
      demandBatchVersion(jobs, version);
      const waiting = jobs.filter((job) => job.labId === labId && WAITING.includes(job.state));
      for (const [at, job] of waiting.entries()) {
        const onlyMachineId = machineIds[at % machineIds.length] as MachineId;
        const nextOn = job.nextOn === onlyMachineId ? job.nextOn : null;
        const changes = onlyReal(job, [{ event: 'pinned', set: { onlyMachineId, nextOn } }]);
        if (changes.length === 0) continue;
        const set = { onlyMachineId, nextOn, version: job.version + 1 };
        await manager.update(Job, { id: job.id, version: job.version }, set);
        await recordChanges(unit, job, changes);
      }
    });
  }
}

function timesOf(runs: readonly Run[], isOver: boolean) {
  const starts = runs.flatMap(({ startedAt }) => startedAt ?? []);
  const ends = runs.flatMap(({ endedAt }) => endedAt ?? []);
  return {
    firstStartAt: toIsoOrNull(starts.length > 0 ? Math.min(...starts) : null),
    lastEndAt: toIsoOrNull(isOver && ends.length > 0 ? Math.max(...ends) : null),
  };
}

/** The sum of known figures; null if one is not known. */
function sumOf(usage: readonly JobUsage[]): JobUsage {
  const sum = (figures: readonly (number | null)[]) =>
    figures.reduce((total, each) => (total === null || each === null ? null : total + each), 0);
  return {
    seconds: usage.reduce((total, { seconds }) => total + seconds, 0),
    milligrams: usage.reduce((total, { milligrams }) => total + milligrams, 0),
    valueCents: sum(usage.map(({ valueCents }) => valueCents)),
    chargedCents: sum(usage.map(({ chargedCents }) => chargedCents)),
  };
}
