import { Inject, Injectable } from '@nestjs/common';
import { nextJobs, queueOrder } from '@pandafab/domain';
import type { Clock, JobId, LabId, MachineId } from '@pandafab/shared';
import { In } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { PresenceBook } from '../../network/link/presence-book';
import { MachinePolicies } from '../../network/machines/machine-policies';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { Job } from '../jobs/job.entities';
import { jobsWait } from '../jobs/queue/jobs-wait';
import { loadQueue } from './queue/load-queue';
import { loadMachines } from './snapshot';

/** Inductions expire with time, without a new revision of their lab. */
const KNOWN_FOR_MS = 60_000;

export type NextJob = Pick<Job, 'id' | 'fileName' | 'memberId'>;

interface Known {
  readonly revision: number;
  /** Time on the monotonic clock. */
  readonly at: number;
  readonly next: Promise<ReadonlyMap<MachineId, JobId>>;
}

/**
 * The waiting job that each machine of a lab would get if it were free, computed by the function that matching uses.
 * Cached while the lab's revision stays the same: wall screens poll twice a second, and a queue may be long.
 */
@Injectable()
export class NextJobs {
  private readonly known = new Map<LabId, Known>();

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly guards: MachinePolicies,
    private readonly presence: PresenceBook,
  ) {}

  async of(labId: LabId): Promise<ReadonlyMap<MachineId, NextJob>> {
    const kept = await this.waiting(await this.found(labId));
    // A cancellation requests no match, so the cache may be stale: compute again.
    return kept ?? (await this.waiting(await this.found(labId, true))) ?? new Map();
  }

  private async found(labId: LabId, fresh = false): Promise<ReadonlyMap<MachineId, JobId>> {
    const { matchRevision: revision = 0 } = (await this.database.of(Lab).findOneBy({ id: labId })) ?? {};
    const at = this.clock.monotonic();
    const known = this.known.get(labId);
    if (!fresh && known?.revision === revision && at - known.at < KNOWN_FOR_MS) return known.next;
    const next = this.find(labId);
    this.known.set(labId, { revision, at, next });
    next.catch(() => this.known.delete(labId));
    return next;
  }

  private async find(labId: LabId): Promise<ReadonlyMap<MachineId, JobId>> {
    const { manager } = this.database;
    if (!(await jobsWait(manager, labId))) return new Map();
    const now = this.clock.now();
    const lab = await loadMachines(manager, this.guards, labId, this.presence.of(labId), now);
    const { jobs, used, weights, stock } = await loadQueue(manager, now, labId, lab, this.presence);
    // Of jobs that need the same, such as many copies, only the first can be a machine's next.
    const seen = new Set<string>();
    const firsts = queueOrder(now, jobs, used, weights)
      .map(({ job }) => job)
      .filter(({ alike }) => !seen.has(alike) && seen.add(alike));
    return nextJobs(firsts, lab.machines, stock);
  }

  /** The job rows; undefined if one of them does not wait any more. */
  private async waiting(
    next: ReadonlyMap<MachineId, JobId>,
  ): Promise<ReadonlyMap<MachineId, NextJob> | undefined> {
    const ids = [...new Set(next.values())];
    if (ids.length === 0) return new Map();
    const jobs = await this.database.of(Job).find({
      select: { id: true, fileName: true, memberId: true },
      where: { id: In(ids), state: 'queued' },
    });
    if (jobs.length < ids.length) return undefined;
    const jobOf = new Map(jobs.map(({ id, fileName, memberId }) => [id, { id, fileName, memberId }]));
    return new Map(
      [...next].flatMap(([machineId, id]) => {
        const job = jobOf.get(id);
        return job ? [[machineId, job] as const] : [];
      }),
    );
  }
}
