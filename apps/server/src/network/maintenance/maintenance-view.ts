import { Injectable } from '@nestjs/common';
import type { MachineId } from '@pandafab/shared';
import { IsNull } from 'typeorm';
import { toIso, toIsoOrNull } from '../../platform/http/fields';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { findMachine } from '../machines/find-machine';
import { HoursRun } from './hours-run';
import type { MaintenanceDto } from './maintenance.dto';
import { MaintenanceEntry, MaintenanceWindow, ServiceRule } from './maintenance.entities';
import { isDue } from './service-due';

/** Rows of each list that are shown. */
const MOST_ROWS = 100;

const tenths = (hours: number): number => Math.round(hours * 10) / 10;

/** The maintenance of one machine, as its lab's staff see it. */
@Injectable()
export class MaintenanceView {
  constructor(
    private readonly database: ReadDatabase,
    private readonly hoursRun: HoursRun,
  ) {}

  /** @throws Fault MACHINE.UNKNOWN */
  async of(machineId: MachineId): Promise<MaintenanceDto> {
    const { manager } = this.database;
    await findMachine(manager, machineId);
    const hoursRun = (await this.hoursRun.of(manager, [machineId])).get(machineId) ?? 0;
    const take = MOST_ROWS;
    const windows = await manager.find(MaintenanceWindow, {
      ...{ where: { machineId }, order: { fromAt: 'DESC', id: 'DESC' }, take },
    });
    const entries = await manager.find(MaintenanceEntry, {
      ...{ where: { machineId }, order: { at: 'DESC', id: 'DESC' }, take },
    });
    const rules = await manager.find(ServiceRule, {
      ...{ where: { machineId, removedAt: IsNull() }, order: { createdAt: 'ASC', id: 'ASC' } },
    });
    return {
      hoursRun: tenths(hoursRun),
      windows: windows.map(windowView),
      entries: entries.map(entryView),
      rules: rules.map((rule) => ruleView(rule, hoursRun)),
    };
  }
}

const windowView = ({ id, fromAt, untilAt, reason, plannedBy, cancelledAt }: MaintenanceWindow) => ({
  ...{ id, reason, plannedBy },
  ...{ from: toIso(fromAt), until: toIso(untilAt), cancelledAt: toIsoOrNull(cancelledAt) },
});

const entryView = ({ id, at, words, ruleId, hoursRun, writtenBy }: MaintenanceEntry) => ({
  ...{ id, words, ruleId, writtenBy },
  ...{ at: toIso(at), hoursRun: tenths(hoursRun) },
});

const ruleView = ({ id, what, everyHours, lastDoneHours }: ServiceRule, hoursRun: number) => ({
  ...{ id, what, everyHours, lastDoneHours: tenths(lastDoneHours) },
  dueAtHours: tenths(lastDoneHours + everyHours),
  isDue: isDue({ everyHours, lastDoneHours }, hoursRun),
});
