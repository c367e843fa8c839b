import { Inject, Injectable } from '@nestjs/common';
import { attentionOf, type MachineTelemetry } from '@pandafab/lab-link';
import { type AccountId, type Clock, Fault, newId, type SpoolId } from '@pandafab/shared';
import { type EntityManager, MoreThanOrEqual } from 'typeorm';
import { audit } from '../audit/audit';
import { CLOCK } from '../config';
import { Run } from '../jobs/run.entity';
import { Transition } from '../jobs/transition.entity';
import { Machine } from '../labs/machine.entity';
import { PresenceBook } from '../link/presence-book';
import { asksForSpool } from './asks-for-spool';
import { Spool, SpoolChangeRow } from './material.entities';

/** Spools have one place on a machine: its only tool. */
const TOOL = 0;

interface Said {
  readonly accountId: AccountId;
  readonly machine: Machine;
  /** Null: none, or one that nobody knows. */
  readonly spoolId: SpoolId | null;
}

/** Notes which spool is on a machine; while a run is under way, from which of its lines on. */
@Injectable()
export class SpoolLoading {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly presence: PresenceBook,
  ) {}

  /**
   * @throws Fault MATERIAL.SPOOL_UNKNOWN, MATERIAL.SPOOL_IN_USE {machine}; MACHINE.RUN_UNSEEN where nobody can say how far
   * the machine's run is
   */
  async load(manager: EntityManager, { accountId, machine, spoolId }: Said): Promise<void> {
    const { id, labId } = machine;
    if (spoolId) await demandFreeSpool(manager, machine, spoolId);
    const run = await manager.findOneBy(Run, { machineId: id, active: true });
    if (run) await this.noteChange(manager, run, { accountId, spoolId });
    await manager.update(Machine, { id }, { spoolId });
    const values = { before: { spoolId: machine.spoolId }, after: { spoolId } };
    await audit(manager, this.clock, {
      ...{ action: 'machine.spool-loaded', subject: ['machine', id], labId },
      ...values,
    });
  }

  /**
   * Somebody lets a machine go on that waits for other filament: which spool is on now has to be said, then or before in the
   * same pause.
   * @param said undefined: nothing
   * @throws Fault MACHINE.SPOOL_UNSAID, and what `load` throws
   */
  async beforeGoingOn(
    manager: EntityManager,
    { machine, accountId }: Omit<Said, 'spoolId'>,
    said: SpoolId | null | undefined,
  ): Promise<void> {
    if (said !== undefined) return this.load(manager, { machine, accountId, spoolId: said });
    const run = await manager.findOneBy(Run, { machineId: machine.id, active: true });
    const telemetry = this.presence.machine(machine.labId, machine.id);
    const asked = telemetry && attentionOf(telemetry);
    if (!run || !asked || !asksForSpool(asked)) return;
    if (!(await wasSaid(manager, run))) throw new Fault('MACHINE.SPOOL_UNSAID');
  }

  private async noteChange(
    manager: EntityManager,
    run: Run,
    said: Pick<Said, 'accountId' | 'spoolId'>,
  ): Promise<void> {
    const { linesAcknowledged, filamentUm } = this.progressOf(run);
    const [id, at] = [newId<string>(), this.clock.now()];
    const until = { linesAcknowledged, filamentUm: filamentUm[TOOL] ?? 0 };
    await manager.insert(SpoolChangeRow, { id, runId: run.id, tool: TOOL, ...said, ...until, at });
  }

  /** How far its lab says that the run is. While it only waits there, that is exact. */
  private progressOf({
    id,
    labId,
    machineId,
    startedAt,
  }: Run): Pick<NonNullable<MachineTelemetry['run']>, 'linesAcknowledged' | 'filamentUm'> {
    const telemetry = this.presence.machine(labId, machineId);
    if (telemetry?.run?.runId === id) return telemetry.run;
    // Its lab is there and says nothing of it: it has not begun.
    if (telemetry && startedAt === null) return { linesAcknowledged: 0, filamentUm: [] };
    throw new Fault('MACHINE.RUN_UNSEEN');
  }
}

/** Since the run was paused. */
async function wasSaid(manager: EntityManager, { id: runId, state }: Run): Promise<boolean> {
  if (state !== 'paused') return false;
  const paused = await manager.findOne(Transition, {
    where: { runId, event: 'paused' },
    order: { at: 'DESC', id: 'DESC' },
  });
  return paused !== null && manager.existsBy(SpoolChangeRow, { runId, at: MoreThanOrEqual(paused.at) });
}

async function demandFreeSpool(manager: EntityManager, machine: Machine, spoolId: SpoolId): Promise<void> {
  const spool = await manager.findOneBy(Spool, { id: spoolId });
  if (spool?.labId !== machine.labId) throw new Fault('MATERIAL.SPOOL_UNKNOWN');
  const holder = await manager.findOneBy(Machine, { spoolId });
  if (holder && holder.id !== machine.id) throw new Fault('MATERIAL.SPOOL_IN_USE', { machine: holder.name });
}
