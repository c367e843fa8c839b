import { Inject, Injectable } from '@nestjs/common';
import { type Decision, decide, type Expectation, Explainer, forecast } from '@pandafab/domain';
import type { Clock, Instant, JobId, LabId } from '@pandafab/shared';
import { PresenceBook } from '../../../network/link/presence-book';
import { MachinePolicies } from '../../../network/machines/machine-policies';
import { CLOCK } from '../../../platform/kit/config';
import { ReadDatabase } from '../../../platform/persistence/read-database';
import { type LabMachines, loadMachines } from '../snapshot';
import { type LabQueue, loadQueue } from './load-queue';

export interface LoadedPlan {
  readonly now: Instant;
  readonly lab: LabMachines;
  readonly queue: LabQueue;
}

export interface ExplainedPlan extends LoadedPlan {
  readonly decision: Decision;
  readonly expected: ReadonlyMap<JobId, Expectation>;
  readonly explainer: Explainer;
}

/** Reads the queue of a lab as it is committed, for those who ask about it. Nothing is locked. */
@Injectable()
export class QueuePlans {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly guards: MachinePolicies,
    private readonly presence: PresenceBook,
  ) {}

  async load(labId: LabId): Promise<LoadedPlan> {
    const { manager } = this.database;
    const now = this.clock.now();
    const lab = await loadMachines(manager, this.guards, labId, this.presence.of(labId), now);
    return { now, lab, queue: await loadQueue(manager, now, labId, lab, this.presence) };
  }

  /** The same, with what would be decided now and what is expected. */
  async explained(labId: LabId): Promise<ExplainedPlan> {
    const { now, lab, queue } = await this.load(labId);
    const decided = { decision: decide(now, queue), expected: forecast(now, queue) };
    return { now, lab, queue, ...decided, explainer: new Explainer(now, queue, queue.waiting, decided) };
  }
}
