import { Inject, Injectable, Logger } from '@nestjs/common';
import { movementsOfRun, type RunEvent } from '@pandafab/domain';
import type { LabEvent } from '@pandafab/lab-link';
import { type AgentId, type Clock, type LabId, newId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { BillingService } from '../billing/billing.service';
import { CLOCK } from '../config';
import { Job } from '../jobs/job.entities';
import { Run } from '../jobs/run.entity';
import { byAgent, moveJob, moveRun } from '../jobs/transitions';
import { Machine } from '../labs/machine.entity';
import { raiseMatch } from '../matching/raise-match';
import { MaterialMovement } from '../materials/material.entities';
import { loadStock } from '../materials/stock';

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
    if (!run) return this.log.warn(`${event.type} for a run that lab ${labId} does not have: ${event.runId}`);
    const now = this.clock.now();
    const changes: Partial<Run> = {};
    if (event.type === 'run.started') changes.startedAt = now;
    if (event.type === 'run.ended') Object.assign(changes, endOf(event), { endedAt: now });
    const moved = await moveRun(manager, this.clock, run, asRunEvent(event), byAgent(agentId), changes);
    // The agent is the one that was there; an event that fits no more is told, and changes nothing.
    if (typeof moved === 'string')
      return this.log.warn(`${event.type} does not fit run ${run.id}, which is ${run.state}`);
    if (event.type === 'run.ended') await this.end(manager, agentId, run, event);
  }

  private async end(manager: EntityManager, agentId: AgentId, run: Run, event: RunEnded): Promise<void> {
    const job = await manager.findOneByOrFail(Job, { id: run.jobId });
    const ended = { type: 'ended', outcome: event.outcome } as const;
    await moveJob(manager, this.clock, job, ended, byAgent(agentId));
    await this.book(manager, run, event.filamentUm);
    await this.billing.recordUsage(manager, run.id);
    // Nothing was sent, and that is certain: nothing can lie on the bed. A crash may come before the first checkpoint.
    if (event.linesSent > 0 || !event.exact)
      await manager.update(Machine, { id: run.machineId }, { bed: 'occupied', bedRunId: run.id });
    await raiseMatch(manager, this.clock, run.labId);
  }

  private async book(manager: EntityManager, run: Run, filamentUm: readonly number[]): Promise<void> {
    const stock = await loadStock(
      manager,
      run.spools.flatMap((id) => (id ? [id] : [])),
    );
    const spools = run.spools.map((id) => (id ? (stock.get(id) ?? null) : null));
    const { movements, unattributed } = movementsOfRun({ runId: run.id, filamentUm, spools });
    for (const { spoolId, runId, tool, milligrams } of movements) {
      const length = filamentUm[tool] ?? 0;
      const at = this.clock.now();
      await manager.insert(MaterialMovement, {
        id: newId<string>(),
        spoolId,
        kind: 'print',
        milligrams,
        runId,
        tool,
        filamentUm: length,
        at,
      });
    }
    for (const { tool, filamentUm: length } of unattributed) {
      this.log.warn(`run ${run.id} used ${length} µm on tool ${tool}, which had no spool`);
    }
  }
}

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
