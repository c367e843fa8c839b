import { Injectable } from '@nestjs/common';
import { attentionOf, type MachineTelemetry } from '@pandafab/lab-link';
import { type AccountId, Fault, newId, type SpoolId } from '@pandafab/shared';
import { type EntityManager, MoreThanOrEqual } from 'typeorm';
import { PresenceBook } from '../../network/link/presence-book';
import { asksForSpool } from '../../network/machines/asks-for-spool';
import { writeLoadedSpool } from '../../network/machines/loaded-spool';
import { Machine } from '../../network/machines/machine.entity';
import { audit } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import { Spool, SpoolChangeRow } from './material.entities';
import type { RunUnderWay } from './run-under-way';

/** Spools have one place on a machine: its only tool. */
const TOOL = 0;

interface Said {
  readonly accountId: AccountId;
  readonly machine: Machine;
  /** Null: the machine has no active run. */
  readonly run: RunUnderWay | null;
  /** Null: no spool, or an unknown one. */
  readonly spoolId: SpoolId | null;
}

/** Records which spool is on a machine; during a run, also from which line on. */
@Injectable()
export class SpoolLoading {
  constructor(private readonly presence: PresenceBook) {}

  /**
   * @throws Fault MATERIAL.SPOOL_UNKNOWN, MATERIAL.SPOOL_IN_USE {machine}; MACHINE.RUN_UNSEEN if the progress
   * of the machine's run is unknown
   */
  async load(unit: Unit, { accountId, machine, run, spoolId }: Said): Promise<void> {
    const { manager } = unit;
    const { id, labId } = machine;
    if (spoolId) await demandFreeSpool(manager, machine, spoolId);
    if (run) await this.noteChange(unit, machine, run, { accountId, spoolId });
    await writeLoadedSpool(unit, id, spoolId);
    const values = { before: { spoolId: machine.spoolId }, after: { spoolId } };
    await audit(unit, {
      ...{ action: 'machine.spool-loaded', subject: ['machine', id], labId },
      ...values,
    });
  }

  /**
   * Called when a person lets a machine go on that waits for another filament. The spool on the machine must be
   * recorded, now or earlier in the same pause.
   * @param said undefined: the person gave no spool
   * @throws Fault MACHINE.SPOOL_UNSAID, and what `load` throws
   */
  async beforeGoingOn(
    unit: Unit,
    { machine, run, accountId }: Omit<Said, 'spoolId'>,
    said: SpoolId | null | undefined,
  ): Promise<void> {
    const { manager } = unit;
    if (said !== undefined) return this.load(unit, { machine, run, accountId, spoolId: said });
    const telemetry = this.presence.machine(machine.labId, machine.id);
    const asked = telemetry && attentionOf(telemetry);
    if (!run || !asked || !asksForSpool(asked)) return;
    if (!(await wasSaid(manager, run))) throw new Fault('MACHINE.SPOOL_UNSAID');
  }

  private async noteChange(
    { manager, now }: Unit,
    machine: Machine,
    run: RunUnderWay,
    said: Pick<Said, 'accountId' | 'spoolId'>,
  ): Promise<void> {
    const { linesAcknowledged, filamentUm } = this.progressOf(machine, run);
    const [id, at] = [newId<string>(), now];
    const until = { linesAcknowledged, filamentUm: filamentUm[TOOL] ?? 0 };
    await manager.insert(SpoolChangeRow, { id, runId: run.id, tool: TOOL, ...said, ...until, at });
  }

  /** The run's progress as its lab reports it. It is exact while the run waits. */
  private progressOf(
    { id: machineId, labId }: Machine,
    { id, hasBegun }: RunUnderWay,
  ): Pick<NonNullable<MachineTelemetry['run']>, 'linesAcknowledged' | 'filamentUm'> {
    const telemetry = this.presence.machine(labId, machineId);
    if (telemetry?.run?.runId === id) return telemetry.run;
    // The lab is online and does not report the run: it has not begun.
    if (telemetry && !hasBegun) return { linesAcknowledged: 0, filamentUm: [] };
    throw new Fault('MACHINE.RUN_UNSEEN');
  }
}

/** Since the run was paused. */
async function wasSaid(manager: EntityManager, { id: runId, pausedAt }: RunUnderWay): Promise<boolean> {
  return pausedAt !== null && manager.existsBy(SpoolChangeRow, { runId, at: MoreThanOrEqual(pausedAt) });
}

async function demandFreeSpool(manager: EntityManager, machine: Machine, spoolId: SpoolId): Promise<void> {
  const spool = await manager.findOneBy(Spool, { id: spoolId });
  if (spool?.labId !== machine.labId) throw new Fault('MATERIAL.SPOOL_UNKNOWN');
  const holder = await manager.findOneBy(Machine, { spoolId });
  if (holder && holder.id !== machine.id) throw new Fault('MATERIAL.SPOOL_IN_USE', { machine: holder.name });
}
