import { Injectable } from '@nestjs/common';
import { type AccountId, Fault, type MachineId, newId } from '@pandafab/shared';
import { IsNull, MoreThan } from 'typeorm';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { requestMatching } from '../labs/request-matching';
import { auditMachine } from '../machines/change-machine';
import { findMachine } from '../machines/find-machine';
import type { Machine } from '../machines/machine.entity';
import { HoursRun } from './hours-run';
import type { NewServiceRuleDto, PlanMaintenanceDto, WriteEntryDto } from './maintenance.dto';
import { MaintenanceEntry, MaintenanceWindow, ServiceRule } from './maintenance.entities';

/** Windows to come, and rules, of one machine. */
const MOST = 50;

/** People plan and note the maintenance of machines. */
@Injectable()
export class MaintenanceService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly hoursRun: HoursRun,
  ) {}

  /** @throws Fault MACHINE.UNKNOWN, MAINTENANCE.PAST, MAINTENANCE.TOO_MANY {count} */
  async plan(by: AccountId, id: MachineId, { from, until, reason }: PlanMaintenanceDto): Promise<void> {
    await this.change(id, async (unit, machine) => {
      const { manager, now } = unit;
      if (until <= now) throw new Fault('MAINTENANCE.PAST');
      const toCome = { machineId: id, cancelledAt: IsNull(), untilAt: MoreThan(now) };
      demandFew(await manager.countBy(MaintenanceWindow, toCome));
      const window: MaintenanceWindow = {
        ...{ id: newId<string>(), machineId: id, labId: machine.labId, reason },
        ...{ fromAt: from, untilAt: until, plannedBy: by, plannedAt: now },
        ...{ cancelledBy: null, cancelledAt: null },
      };
      await manager.insert(MaintenanceWindow, window);
      await auditMachine(unit, machine, 'machine.maintenance-planned', { after: { from, until, reason } });
    });
  }

  /** Does nothing to a window that is cancelled already, or that the machine does not have. @throws Fault MACHINE.UNKNOWN */
  async cancel(by: AccountId, id: MachineId, windowId: string): Promise<void> {
    await this.change(id, async (unit, machine) => {
      const { manager, now } = unit;
      const window = await manager.findOneBy(MaintenanceWindow, { id: windowId, machineId: id });
      if (!window || window.cancelledAt !== null) return;
      await manager.update(MaintenanceWindow, { id: windowId }, { cancelledBy: by, cancelledAt: now });
      const { fromAt: from, untilAt: until, reason } = window;
      await auditMachine(unit, machine, 'machine.maintenance-cancelled', { before: { from, until, reason } });
    });
  }

  /**
   * Notes what was done. With a rule, its next service is due `everyHours` of run from now.
   * @throws Fault MACHINE.UNKNOWN, MAINTENANCE.RULE_UNKNOWN
   */
  async write(by: AccountId, id: MachineId, { words, ruleId }: WriteEntryDto): Promise<void> {
    await this.change(id, async (unit, machine) => {
      const { manager, now } = unit;
      const hoursRun = await this.hoursOf(unit, id);
      if (ruleId) {
        const rule = await manager.findOneBy(ServiceRule, { id: ruleId, machineId: id, removedAt: IsNull() });
        if (!rule) throw new Fault('MAINTENANCE.RULE_UNKNOWN');
        await manager.update(ServiceRule, { id: ruleId }, { lastDoneHours: hoursRun });
      }
      const entry: MaintenanceEntry = {
        ...{ id: newId<string>(), machineId: id, ruleId, words, hoursRun },
        ...{ writtenBy: by, at: now },
      };
      await manager.insert(MaintenanceEntry, entry);
      await auditMachine(unit, machine, 'machine.maintenance-done', { after: { words, ruleId } });
    });
  }

  /** Its first service is due `everyHours` of run from now. @throws Fault MACHINE.UNKNOWN, MAINTENANCE.TOO_MANY {count} */
  async addRule(id: MachineId, { what, everyHours }: NewServiceRuleDto): Promise<void> {
    await this.change(id, async (unit, machine) => {
      const { manager, now } = unit;
      demandFew(await manager.countBy(ServiceRule, { machineId: id, removedAt: IsNull() }));
      const lastDoneHours = await this.hoursOf(unit, id);
      const rule = { id: newId<string>(), machineId: id, what, everyHours, lastDoneHours };
      await manager.insert(ServiceRule, { ...rule, createdAt: now, removedAt: null });
      await auditMachine(unit, machine, 'machine.service-rule-added', { after: { what, everyHours } });
    });
  }

  /** Does nothing to a rule that is removed already. @throws Fault MACHINE.UNKNOWN */
  async removeRule(id: MachineId, ruleId: string): Promise<void> {
    await this.change(id, async (unit, machine) => {
      const { manager, now } = unit;
      const rule = await manager.findOneBy(ServiceRule, { id: ruleId, machineId: id, removedAt: IsNull() });
      if (!rule) return;
      await manager.update(ServiceRule, { id: ruleId }, { removedAt: now });
      const { what, everyHours } = rule;
      await auditMachine(unit, machine, 'machine.service-rule-removed', { before: { what, everyHours } });
    });
  }

  private async hoursOf({ manager }: Unit, id: MachineId): Promise<number> {
    return (await this.hoursRun.of(manager, [id])).get(id) ?? 0;
  }

  private change(id: MachineId, work: (unit: Unit, machine: Machine) => Promise<void>): Promise<void> {
    return this.unitOfWork.run(async (unit) => {
      const machine = await findMachine(unit.manager, id);
      // First: it locks the lab, so that a booking at the same time sees this window, or this sees the booking.
      await requestMatching(unit, machine.labId);
      await work(unit, machine);
    });
  }
}

const demandFew = (count: number): void => {
  if (count >= MOST) throw new Fault('MAINTENANCE.TOO_MANY', { count });
};
