import { Inject, Injectable, Logger } from '@nestjs/common';
import { type RunEvent, returnsToQueue } from '@pandafab/domain';
import type { LabEvent } from '@pandafab/lab-link';
import type { AgentId, Clock, LabId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { audit } from '../audit/audit';
import { BillingService } from '../billing/billing.service';
import { CLOCK } from '../config';
import { Job } from '../jobs/job.entities';
import { Run } from '../jobs/run.entity';
import { Transition } from '../jobs/transition.entity';
import { byAgent, moveJob, moveRun, record } from '../jobs/transitions';
import { Machine } from '../labs/machine.entity';
import { recordMachineEvent } from '../labs/machine-events';
import { raiseMatch } from '../matching/raise-match';
import { bookRun } from '../materials/book-run';

/** What a lab reports of a run; anything else is of a machine. */
export type EventOfRun = Extract<LabEvent, { readonly runId: unknown }>;
type RunEnded = Extract<LabEvent, { type: 'run.ended' }>;

const asRunEvent = (event: EventOfRun): RunEvent => {
  if (event.type === 'run.ended') return { type: 'ended', outcome: event.outcome };
  return { type: event.type.slice('run.'.length) as 'accepted' | 'started' | 'paused' | 'resumed' };
};

/** Applies what a lab reports about its runs: states, the ledger, usage, the bed. Always inside one unit of work. */
@Injectable()
export class RunEvents {
  private readonly log = new Logger('Runs');

  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly billing: BillingService,
  ) {}

  /** @param agent whose lab says so */
  async apply(
    manager: EntityManager,
    { id: agentId, labId }: { id: AgentId; labId: LabId },
    event: EventOfRun,
  ): Promise<void> {
    const run = await manager.findOneBy(Run, { id: event.runId, labId });
    if (!run) return this.noteUnknown(manager, { id: agentId, labId }, event);
    const now = this.clock.now();
    const changes: Partial<Run> = {};
    if (event.type === 'run.started') changes.startedAt = now;
    if (event.type === 'run.ended') Object.assign(changes, endOf(event), { endedAt: now });
    const moved = await moveRun(manager, this.clock, run, asRunEvent(event), byAgent(agentId), changes);
    if (moved === 'refused' && event.type === 'run.ended' && awaitsFigures(run))
      return this.reportLate(manager, agentId, run, event);
    // The agent is the one that was there; an event that fits no more is told, and changes nothing.
    if (typeof moved === 'string')
      return this.log.warn(`${event.type} does not fit run ${run.id}, which is ${run.state}`);
    if (event.type === 'run.ended') await this.end(manager, agentId, run, event);
  }

  private async end(manager: EntityManager, agentId: AgentId, run: Run, event: RunEnded): Promise<void> {
    const job = await manager.findOneByOrFail(Job, { id: run.jobId });
    const returned = returnsToQueue(event, await this.returnsOf(manager, run));
    const ended = { type: 'ended', outcome: event.outcome } as const;
    await moveJob(manager, this.clock, job, returned ? { type: 'returned' } : ended, byAgent(agentId));
    await this.book(manager, run, event.filamentUm);
    await this.billing.recordUsage(manager, run.id);
    if (mayHaveMoved(event))
      await manager.update(Machine, { id: run.machineId }, { bed: 'occupied', bedRunId: run.id });
    await raiseMatch(manager, this.clock, run.labId);
  }

  private async returnsOf(manager: EntityManager, { id: runId, jobId }: Run) {
    const steps = manager.getRepository(Transition);
    return {
      returns: await steps.countBy({ jobId, event: 'returned' }),
      cancelWished: await steps.existsBy({ runId, event: 'cancel wished' }),
    };
  }

  /**
   * The server had counted a run as interrupted, and its print went on: what it used is booked, and its part lies on the
   * bed. How the run ended is not changed any more: people may have decided by it.
   */
  private async reportLate(
    manager: EntityManager,
    agentId: AgentId,
    run: Run,
    event: RunEnded,
  ): Promise<void> {
    const { cause: _kept, ...figures } = endOf(event);
    const { affected } = await manager.update(Run, { id: run.id, ...unreported }, figures as object);
    if (affected !== 1) return;
    const { id: runId, jobId, labId, machineId } = run;
    const step = { from: run.state, to: run.state, event: 'reported late', cause: event.cause };
    await record(manager, this.clock, { jobId, runId, labId }, step, byAgent(agentId));
    await this.book(manager, run, event.filamentUm);
    await manager.update(Machine, { id: machineId }, { bed: 'occupied', bedRunId: runId });
    await raiseMatch(manager, this.clock, labId);
  }

  /** A run of after the backup: there is no job to book it on, and all that can be said of it is kept on record. */
  private async noteUnknown(
    manager: EntityManager,
    { id, labId }: { id: AgentId; labId: LabId },
    event: EventOfRun,
  ): Promise<void> {
    this.log.warn(`${event.type} for a run that lab ${labId} does not have: ${event.runId}`);
    const { type, ...said } = event;
    const note = { action: 'run.unknown', subject: ['run', event.runId], labId } as const;
    await audit(manager, this.clock, { ...note, after: { event: type, ...said } }, { kind: 'agent', id });
    if (event.type !== 'run.ended' || !event.machineId || !mayHaveMoved(event)) return;
    const { machineId } = event;
    const { affected } = await manager.update(
      Machine,
      { id: machineId, labId },
      { bed: 'occupied', bedRunId: null },
    );
    if (affected !== 1) return;
    await recordMachineEvent(manager, { machineId, type: 'unknown-run', at: this.clock.now() });
    await raiseMatch(manager, this.clock, labId);
  }

  private async book(manager: EntityManager, run: Run, filamentUm: readonly number[]): Promise<void> {
    const unattributed = await bookRun(manager, this.clock, run, filamentUm);
    for (const { tool, filamentUm: length } of unattributed) {
      this.log.warn(`run ${run.id} used ${length} µm on tool ${tool}, whose spool nobody knows`);
    }
  }
}

/** A run that the server itself ended has no figures yet. */
const unreported = { state: 'interrupted', linesSent: 0, exact: false } as const;

const awaitsFigures = ({ state, linesSent, exact, cause }: Run): boolean =>
  state === unreported.state &&
  linesSent === 0 &&
  !exact &&
  ['LAB.AGENT_REPLACED', 'LAB.SERVER_RESTORED', 'LAB.JOURNAL_RESTORED'].includes(cause?.code ?? '');

/** Unless nothing was sent, and that is certain, something may lie on the bed: a crash may come before a checkpoint. */
const mayHaveMoved = ({ linesSent, exact }: RunEnded): boolean => linesSent > 0 || !exact;

const endOf = (event: RunEnded): Partial<Run> => ({
  cause: event.cause,
  linesSent: event.linesSent,
  linesAcknowledged: event.linesAcknowledged,
  resends: event.resends,
  filamentUm: event.filamentUm,
  exact: event.exact,
  seconds: event.seconds,
  commandsSha256: event.commandsSha256,
  stripped: event.stripped ?? null,
});
