import { Injectable, Logger } from '@nestjs/common';
import { type FinishedRun, returnsToQueue } from '@pandafab/domain';
import { finalFiguresOf } from '@pandafab/lab-link';
import type { EntityManager } from 'typeorm';
import { BillingService } from '../../money/billing.service';
import { requestMatching } from '../../network/labs/request-matching';
import { occupyBed } from '../../network/machines/machine-bed';
import type { Unit } from '../../platform/persistence/unit';
import { bookRun } from '../../stock/spools/book-run';
import { Job } from '../jobs/job.entities';
import { writeLateFigures } from '../jobs/late-figures';
import type { Run } from '../jobs/run.entity';
import { tellEnded } from '../jobs/tell-ended';
import { Transition } from '../jobs/transition.entity';
import { moveJob, recordStep } from '../jobs/transitions';
import { cancellerOf } from './canceller';
import { mayHaveMoved, type RunEnded } from './event-of-run';
import { finishedRun } from './finished-run';

/** Applies the end of a run to its job, the stock, the money, the machine's bed and the lab's queue. */
@Injectable()
export class RunEnd {
  private readonly log = new Logger('Runs');

  constructor(private readonly billing: BillingService) {}

  /** Called when the run has just moved to its outcome. */
  async apply(unit: Unit, run: Run, event: RunEnded): Promise<void> {
    const { manager } = unit;
    const job = await manager.findOneByOrFail(Job, { id: run.jobId });
    const returned = returnsToQueue(event, await this.returnsOf(manager, run));
    const ended = { type: 'ended', outcome: event.outcome } as const;
    const moved = await moveJob(unit, job, returned ? { type: 'returned' } : ended);
    const cancelledBy = event.outcome === 'cancelled' ? await cancellerOf(manager, run, job) : null;
    const end = { ...event, cancelledBy, isReturned: returned, endedAt: unit.now };
    await this.settle(unit, finishedRun(run, job, end));
    if (mayHaveMoved(event)) await occupyBed(unit, { id: run.machineId, labId: run.labId }, run.id);
    await requestMatching(unit, run.labId);
    if (!returned && typeof moved === 'object') await tellEnded(unit, [{ ...job, ...event }]);
  }

  /**
   * Called if the server recorded a run as interrupted but its print went on: books its usage, and marks the bed as
   * occupied. The run's outcome does not change: people may already have acted on it.
   */
  async applyLate(unit: Unit, run: Run, event: RunEnded): Promise<void> {
    const { cause, filamentUm, seconds } = event;
    if (!(await writeLateFigures(unit, run, figuresOf(event)))) return;
    const { id: runId, jobId, labId, machineId, state } = run;
    await recordStep(
      unit,
      { jobId, runId, labId },
      { from: state, to: state, event: 'reported late', cause },
    );
    const job = await unit.manager.findOneByOrFail(Job, { id: jobId });
    const end = { outcome: 'interrupted', filamentUm, seconds, endedAt: run.endedAt ?? unit.now } as const;
    await this.settle(unit, finishedRun(run, job, end));
    await occupyBed(unit, { id: machineId, labId }, runId);
    await requestMatching(unit, labId);
  }

  private async returnsOf(manager: EntityManager, { id: runId, jobId }: Run) {
    const steps = manager.getRepository(Transition);
    return {
      returns: await steps.countBy({ jobId, event: 'returned' }),
      cancelRequested: await steps.existsBy({ runId, event: 'cancel requested' }),
    };
  }

  /** Stock goes first: money uses the grams that stock has booked. */
  private async settle(unit: Unit, finished: FinishedRun): Promise<void> {
    const unattributed = await bookRun(unit, finished);
    for (const { tool, filamentUm } of unattributed)
      this.log.warn(`run ${finished.runId} used ${filamentUm} µm on tool ${tool}, whose spool is not known`);
    await this.billing.recordUsage(unit, finished);
  }
}

/** The figures that a lab reports at the end of a run, in the form of the run's row. */
export const figuresOf = (event: RunEnded): Partial<Run> => ({
  ...finalFiguresOf(event),
  stripped: event.stripped ?? null,
});
