import { Injectable } from '@nestjs/common';
import { Fault, type MachineId, newId } from '@pandafab/shared';
import { IsNull } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import type { AuditAction } from '../../platform/audit/audit-words';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { toIso, toIsoOrNull } from '../../platform/http/fields';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { isUniqueViolation } from '../../platform/persistence/unique-violation';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { requestMatching } from '../labs/request-matching';
import type { AllowDto } from './allowances.dto';
import { findMachine } from './find-machine';
import type { Machine } from './machine.entity';
import { MachinePolicies } from './machine-policies';
import { MachineAllowance } from './machine-record.entities';

/** Rules of the guard that managers suspend for a machine: by whom, when, why, and until when. */
@Injectable()
export class AllowancesService {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly policies: MachinePolicies,
  ) {}

  /**
   * Allowances in force and withdrawn ones, the latest first.
   * @throws Fault MACHINE.UNKNOWN
   */
  async list(machineId: MachineId) {
    await findMachine(this.database.manager, machineId);
    const order = { allowedAt: 'DESC', id: 'DESC' } as const;
    const all = await this.database.of(MachineAllowance).find({ where: { machineId }, order });
    return { items: all.map(view), total: all.length };
  }

  /** @throws Fault MACHINE.UNKNOWN, MACHINE.NOTHING_TO_ALLOW, MACHINE.NEVER_ALLOWED, MACHINE.ALLOWED_ALREADY */
  allow({ accountId }: CurrentAccountInfo, machineId: MachineId, { command: written, reason }: AllowDto) {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      const machine = await findMachine(manager, machineId);
      const command = this.policies.demandAllowable(machine, written);
      const standing = { machineId, command, withdrawnAt: IsNull() };
      if (await manager.existsBy(MachineAllowance, standing))
        throw new Fault('MACHINE.ALLOWED_ALREADY', { command });
      const made = manager.create(MachineAllowance, {
        ...{ id: newId<string>(), machineId, command, reason },
        ...{ allowedBy: accountId, allowedAt: now, withdrawnBy: null, withdrawnAt: null },
      });
      await manager.insert(MachineAllowance, made).catch((error: unknown) => {
        throw isUniqueViolation(error) ? new Fault('MACHINE.ALLOWED_ALREADY', { command }) : error;
      });
      await this.note(unit, machine, 'machine.command-allowed', { command, reason });
      await requestMatching(unit, machine.labId);
      return view(made);
    });
  }

  /**
   * The rule is in force again, for runs that are not assigned yet. A second call changes nothing.
   * @throws Fault MACHINE.UNKNOWN, MACHINE.ALLOWANCE_UNKNOWN
   */
  withdraw({ accountId }: CurrentAccountInfo, machineId: MachineId, id: string) {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      const machine = await findMachine(manager, machineId);
      const end = { withdrawnBy: accountId, withdrawnAt: now };
      const standing = { id, machineId, withdrawnAt: IsNull() };
      const { affected } = await manager.update(MachineAllowance, standing, end);
      const allowance = await manager.findOneBy(MachineAllowance, { id, machineId });
      if (!allowance) throw new Fault('MACHINE.ALLOWANCE_UNKNOWN');
      if (affected)
        await this.note(unit, machine, 'machine.allowance-withdrawn', { command: allowance.command });
      await requestMatching(unit, machine.labId);
      return view(allowance);
    });
  }

  private note(unit: Unit, { id, labId }: Machine, action: AuditAction, after: object): Promise<void> {
    const subject = ['machine', id] as const;
    return audit(unit, { action, subject, labId, after: { ...after } });
  }
}

const view = ({ allowedAt, withdrawnAt, ...allowance }: MachineAllowance) => ({
  ...allowance,
  allowedAt: toIso(allowedAt),
  withdrawnAt: toIsoOrNull(withdrawnAt),
});
