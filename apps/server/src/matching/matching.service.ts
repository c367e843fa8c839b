import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { type Assignment, assign, reasonsNotReady } from '@pandafab/domain';
import { GUARD_VERSION } from '@pandafab/lab-link';
import { type Clock, type LabId, newId, type RunId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { CLOCK } from '../config';
import { StoredFile } from '../files/file.entity';
import { GuardService } from '../guard/guard.service';
import { durationsOf, readOn } from '../guard/read-as';
import { Job } from '../jobs/job.entities';
import { Run } from '../jobs/run.entity';
import { byServer, moveJob, record } from '../jobs/transitions';
import { Lab } from '../labs/lab.entity';
import { queueAssignment } from '../link/link-outbox';
import { PresenceBook } from '../link/presence-book';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { QueueHandlers } from '../queues/queue-handlers';
import { expectedSeconds, paceOf } from './pace';
import { type LabMachines, loadMachines, pagesOfQueuedJobs } from './snapshot';

/** Gives queued jobs to free machines: one short transaction a lab, whatever raised the match. */
@Injectable()
export class MatchingService implements OnModuleInit {
  private readonly log = new Logger('Matching');

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly handlers: QueueHandlers,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly presence: PresenceBook,
    private readonly guard: GuardService,
  ) {}

  onModuleInit(): void {
    this.handlers.register('lab.match', ({ labId, revision }) => this.match(labId, revision));
  }

  private async match(labId: LabId, revision: number): Promise<void> {
    const lab = await this.database.of(Lab).findOneBy({ id: labId });
    if (lab?.matchRevision !== revision) return;
    const made = await this.unitOfWork.run((manager) => this.matchIn(manager, labId, revision));
    for (const { jobId, machineId } of made) this.log.log(`job ${jobId} goes to machine ${machineId}`);
  }

  private async matchIn(manager: EntityManager, labId: LabId, revision: number): Promise<Assignment[]> {
    // Compare and set: whoever raised the revision since then has also enqueued the match that sees it.
    const { affected } = await manager.update(
      Lab,
      { id: labId, matchRevision: revision },
      { matchRevision: revision },
    );
    if (affected !== 1) return [];
    return this.fill(manager, labId);
  }

  /** Gives the oldest jobs to the machines that can begin now, until there are no more of either. */
  private async fill(manager: EntityManager, labId: LabId): Promise<Assignment[]> {
    const lab = await loadMachines(manager, this.guard, labId, this.presence.of(labId));
    const made: Assignment[] = [];
    let free = lab.machines.filter((machine) => reasonsNotReady(machine).length === 0);
    if (free.length === 0) return made;
    const now = this.clock.now();
    for await (const jobs of pagesOfQueuedJobs(manager, now, labId, lab)) {
      const assignments = assign(now, jobs, free, lab.stock);
      for (const assignment of assignments) await this.begin(manager, labId, assignment, lab);
      made.push(...assignments);
      free = free.filter(({ id }) => !assignments.some(({ machineId }) => machineId === id));
      if (free.length === 0) break;
    }
    return made;
  }

  private async begin(
    manager: EntityManager,
    labId: LabId,
    assignment: Assignment,
    { policies, profiles }: Pick<LabMachines, 'policies' | 'profiles'>,
  ): Promise<void> {
    const { jobId, machineId, spools, assignedAt } = assignment;
    const job = await manager.findOneByOrFail(Job, { id: jobId });
    const file = await manager.findOneByOrFail(StoredFile, { sha256: job.fileSha256 });
    const profile = profiles.get(machineId);
    const read = file.analysis && readOn(file.analysis, profile);
    const moved = await moveJob(manager, this.clock, job, { type: 'assigned' }, byServer);
    if (moved === 'refused') throw new Error(`job ${jobId} was matched while ${job.state}`);
    // Whoever takes the job back at this moment is right: nothing of this match stands, and the next one sees it.
    if (moved === 'overtaken') throw new Error(`job ${jobId} was taken back while it was matched`);
    const runId = newId<RunId>();
    await manager.insert(Run, {
      id: runId,
      jobId,
      labId,
      machineId,
      spools: [...spools],
      state: 'assigned',
      active: true,
      linesSent: 0,
      linesAcknowledged: 0,
      resends: 0,
      filamentUm: [],
      exact: true,
      seconds: 0,
      assignedAt,
    });
    const step = { from: null, to: 'assigned', event: 'assigned' };
    await record(manager, this.clock, { jobId, runId, labId }, step, byServer);
    await queueAssignment(manager, this.clock, labId, {
      runId,
      machineId,
      file: { sha256: file.sha256, bytes: file.bytes, name: job.fileName },
      estimatedSeconds: read ? expectedSeconds(read) : 0,
      ...(read && { pace: paceOf(read, durationsOf(profile)) }),
      guard: { version: GUARD_VERSION, policy: policies.get(machineId) },
    });
  }
}
