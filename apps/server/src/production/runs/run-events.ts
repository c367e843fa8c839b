import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { LabId } from '@pandafab/shared';
import { LabEvents } from '../../network/link/lab-events';
import type { Unit } from '../../platform/persistence/unit';
import { Job } from '../jobs/job.entities';
import { awaitsFigures } from '../jobs/late-figures';
import { Run } from '../jobs/run.entity';
import { tellMakers } from '../jobs/tell-makers';
import { moveRun } from '../jobs/transitions';
import { jobNeedsYou } from '../notices/job-notices';
import { isForPerson } from '../notices/pause-reason';
import { asRunEvent, type EventOfRun, RUN_EVENTS } from './event-of-run';
import { figuresOf, RunEnd } from './run-end';
import { noteUnknownRun } from './unknown-run';

/** Applies the labs' events about their runs. */
@Injectable()
export class RunEvents implements OnModuleInit {
  private readonly log = new Logger('Runs');

  constructor(
    private readonly events: LabEvents,
    private readonly runEnd: RunEnd,
  ) {}

  onModuleInit(): void {
    for (const type of RUN_EVENTS)
      this.events.register(type, (unit, event, { labId }) => this.apply(unit, labId, event));
  }

  private async apply(unit: Unit, labId: LabId, event: EventOfRun): Promise<void> {
    const run = await unit.manager.findOneBy(Run, { id: event.runId, labId });
    if (!run) {
      this.log.warn(`${event.type} for a run that lab ${labId} does not have: ${event.runId}`);
      return noteUnknownRun(unit, labId, event);
    }
    const moved = await moveRun(unit, run, asRunEvent(event), changesOf(event, unit.now));
    if (moved === 'refused' && event.type === 'run.ended' && awaitsFigures(run))
      return this.runEnd.applyLate(unit, run, event);
    // An event that does not fit the run's state is logged, and changes nothing.
    if (typeof moved === 'string')
      return this.log.warn(`${event.type} does not fit run ${run.id}, which is ${run.state}`);
    if (event.type === 'run.ended') await this.runEnd.apply(unit, run, event);
    if (event.type === 'run.paused' && isForPerson(event.reason)) await tellPaused(unit, run, event.reason);
  }
}

/** The machine waits for a person: perhaps for the member whose part it makes. */
async function tellPaused(unit: Unit, { jobId }: Run, reason: string): Promise<void> {
  const job = await unit.manager.findOneByOrFail(Job, { id: jobId });
  await tellMakers(unit, jobNeedsYou, [job], () => ({ reason }));
}

function changesOf(event: EventOfRun, now: number): Partial<Run> {
  if (event.type === 'run.started') return { startedAt: now };
  if (event.type === 'run.ended') return { ...figuresOf(event), cause: event.cause, endedAt: now };
  return {};
}
