import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { type Assignment, againstPeople, decide, reasonsNotReady } from '@pandafab/domain';
import { GUARD_VERSION } from '@pandafab/lab-link';
import type { LabId } from '@pandafab/shared';
import { missingFunds } from '../../money/member-accounts/waiting-funds';
import { Lab } from '../../network/labs/lab.entity';
import { claimMatch, matchLab } from '../../network/labs/request-matching';
import { sendToLab } from '../../network/link/link-outbox';
import { PresenceBook } from '../../network/link/presence-book';
import { MachinePolicies } from '../../network/machines/machine-policies';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { enqueue } from '../../platform/queues/outbox';
import { PeriodicWork } from '../../platform/queues/periodic-work';
import { QueueHandlers } from '../../platform/queues/queue-handlers';
import { StoredFile } from '../files/file.entity';
import { durationsOf, expectedSeconds, readOn } from '../guard/read-as';
import { beginRun } from '../jobs/begin-run';
import { settleExpectation } from '../jobs/expectations';
import { Job } from '../jobs/job.entities';
import { conditionsOf } from '../jobs/queue/job-conditions';
import { jobsWait } from '../jobs/queue/jobs-wait';
import { moveJob } from '../jobs/transitions';
import { askForChanges } from './changes/write-changes';
import { forecastLab } from './forecast-lab.job';
import { labsWithQueue } from './labs-with-queue';
import { paceOf } from './pace';
import { loadQueue } from './queue/load-queue';
import { plasticOf } from './queue/setup';
import { type LabMachines, loadMachines } from './snapshot';
import { recordsOf, writeRecord } from './why/decision-records';
import type { DecisionRecord } from './why/run-decision.entity';

/** A lab that opens, and a booking or a maintenance that ends, free machines without any event. */
const EVERY_MS = 60_000;

interface Beginning extends Assignment {
  readonly labId: LabId;
  readonly plastic: string;
  readonly record: DecisionRecord | undefined;
}

/** Assigns queued jobs to free machines, in one short transaction per lab. */
@Injectable()
export class MatchingService implements OnModuleInit {
  private readonly log = new Logger('Matching');

  constructor(
    private readonly handlers: QueueHandlers,
    private readonly periodic: PeriodicWork,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly presence: PresenceBook,
    private readonly guards: MachinePolicies,
  ) {}

  onModuleInit(): void {
    this.handlers.register(matchLab, {
      run: ({ labId, revision }) => this.match(labId, revision),
      pending: () => labsWithQueue(this.database),
    });
    this.periodic.register({ name: 'match', everyMs: EVERY_MS, run: () => this.matchAll() });
  }

  private async matchAll(): Promise<void> {
    for (const { labId, revision } of await labsWithQueue(this.database))
      await this.match(labId, revision, true);
  }

  /** @param isPeriodic true: hours are computed again only if a job begins */
  private async match(labId: LabId, revision: number, isPeriodic = false): Promise<void> {
    const lab = await this.database.of(Lab).findOneBy({ id: labId });
    if (lab?.matchRevision !== revision) return;
    const made = await this.unitOfWork.run((unit) => this.matchIn(unit, { labId, revision }, isPeriodic));
    for (const { jobId, machineId } of made) this.log.log(`job ${jobId} goes to machine ${machineId}`);
  }

  private async matchIn(
    unit: Unit,
    { labId, revision }: { labId: LabId; revision: number },
    isPeriodic: boolean,
  ): Promise<readonly Assignment[]> {
    if (!(await claimMatch(unit, labId, revision))) return [];
    const made = await this.fill(unit, labId);
    if (!isPeriodic || made.length > 0) await enqueue(unit, forecastLab, { labId, revision });
    return made;
  }

  /** Gives waiting jobs to the machines that can begin now. */
  private async fill(unit: Unit, labId: LabId): Promise<readonly Assignment[]> {
    const { manager, now } = unit;
    if (!(await jobsWait(manager, labId))) return [];
    const lab = await loadMachines(manager, this.guards, labId, this.presence.of(labId), now);
    if (lab.machines.every((machine) => reasonsNotReady(machine).length > 0)) return [];
    const queue = await loadQueue(manager, now, labId, lab, this.presence);
    const decision = decide(now, queue);
    const { starts } = decision;
    const records = recordsOf(now, queue, decision);
    const setupOf = new Map(queue.jobs.map(({ id, setup }) => [id, setup]));
    for (const assignment of starts) {
      const plastic = plasticOf(setupOf.get(assignment.jobId) ?? '');
      const record = records.get(assignment.jobId);
      await this.begin(unit, { ...assignment, labId, plastic, record }, lab);
    }
    await askForChanges(unit, labId, decision.changes, queue.waiting);
    return starts;
  }

  private async begin(
    unit: Unit,
    { labId, plastic, record, ...assignment }: Beginning,
    { policies, profiles }: Pick<LabMachines, 'policies' | 'profiles'>,
  ): Promise<void> {
    const { manager } = unit;
    const { jobId, machineId, spools, assignedAt } = assignment;
    const job = await manager.findOneByOrFail(Job, { id: jobId });
    // A person stopped it since the queue was read: this match rolls back, and the next one sees it.
    const funds = (await missingFunds(manager, jobId)).get(jobId) ?? null;
    if (againstPeople(conditionsOf(job, unit.now, funds)).length > 0)
      throw new Error(`job ${jobId} was held while it was matched`);
    const file = await manager.findOneByOrFail(StoredFile, { sha256: job.fileSha256 });
    const profile = profiles.get(machineId);
    const read = file.analysis && readOn(file.analysis, profile);
    const moved = await moveJob(unit, job, { type: 'assigned' });
    if (moved === 'refused') throw new Error(`job ${jobId} was matched while ${job.state}`);
    // A cancellation at this moment wins: this match rolls back, and the next one sees the cancelled job.
    if (moved === 'overtaken') throw new Error(`job ${jobId} was cancelled while it was matched`);
    await settleExpectation(unit, jobId);
    const estimatedSeconds = read ? expectedSeconds(read) : 0;
    const assigned = { jobId, labId, machineId, spools: [...spools], assignedAt, plastic };
    const runId = await beginRun(unit, { ...assigned, expectedSeconds: estimatedSeconds });
    await writeRecord(unit, { runId, jobId, labId }, record);
    const body = {
      runId,
      machineId,
      file: { sha256: file.sha256, bytes: file.bytes, name: job.fileName },
      estimatedSeconds,
      ...(read && { pace: paceOf(read, durationsOf(profile)) }),
      guard: { version: GUARD_VERSION, policy: policies.get(machineId) },
    };
    await sendToLab(unit, labId, { kind: 'assignment', body });
  }
}
