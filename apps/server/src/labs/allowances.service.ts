import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type MachineId, newId } from '@pandafab/shared';
import { type EntityManager, IsNull } from 'typeorm';
import type { CurrentAccountInfo } from '../accounts/access';
import { toIso, toIsoOrNull } from '../api/fields';
import { audit } from '../audit/audit';
import type { AuditAction } from '../audit/audit-words';
import { CLOCK } from '../config';
import { GuardService } from '../guard/guard.service';
import { raiseMatch } from '../matching/raise-match';
import { ReadDatabase } from '../persistence/read-database';
import { isUniqueViolation } from '../persistence/unique-violation';
import { UnitOfWork } from '../persistence/unit-of-work';
import type { AllowDto } from './allowances.dto';
import { Machine } from './machine.entity';
import { MachineAllowance } from './machine-record.entities';

/** Rules of the guard that managers suspend for a machine: who, when, why, and until when. */
@Injectable()
export class AllowancesService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly guard: GuardService,
  ) {}

  /**
   * What stands and what was withdrawn, the latest first.
   * @throws Fault MACHINE.UNKNOWN
   */
  async list(machineId: MachineId) {
    await demandMachine(this.database.manager, machineId);
    const order = { allowedAt: 'DESC', id: 'DESC' } as const;
    const all = await this.database.of(MachineAllowance).find({ where: { machineId }, order });
    return { items: all.map(view), total: all.length };
  }

  /** @throws Fault MACHINE.UNKNOWN, MACHINE.NOTHING_TO_ALLOW, MACHINE.NEVER_ALLOWED, MACHINE.ALLOWED_ALREADY */
  allow({ accountId }: CurrentAccountInfo, machineId: MachineId, { command: written, reason }: AllowDto) {
    return this.unitOfWork.run(async (manager) => {
      const machine = await demandMachine(manager, machineId);
      const command = this.guard.demandAllowable(machine, written);
      const standing = { machineId, command, withdrawnAt: IsNull() };
      if (await manager.existsBy(MachineAllowance, standing))
        throw new Fault('MACHINE.ALLOWED_ALREADY', { command });
      const made = manager.create(MachineAllowance, {
        ...{ id: newId<string>(), machineId, command, reason },
        ...{ allowedBy: accountId, allowedAt: this.clock.now(), withdrawnBy: null, withdrawnAt: null },
      });
      await manager.insert(MachineAllowance, made).catch((error: unknown) => {
        throw isUniqueViolation(error) ? new Fault('MACHINE.ALLOWED_ALREADY', { command }) : error;
      });
      await this.note(manager, machine, 'machine.command-allowed', { command, reason });
      await raiseMatch(manager, this.clock, machine.labId);
      return view(made);
    });
  }

  /**
   * The rule holds again, for runs that are yet to be assigned. Withdrawing twice changes nothing.
   * @throws Fault MACHINE.UNKNOWN, MACHINE.ALLOWANCE_UNKNOWN
   */
  withdraw({ accountId }: CurrentAccountInfo, machineId: MachineId, id: string) {
    return this.unitOfWork.run(async (manager) => {
      const machine = await demandMachine(manager, machineId);
      const end = { withdrawnBy: accountId, withdrawnAt: this.clock.now() };
      const standing = { id, machineId, withdrawnAt: IsNull() };
      const { affected } = await manager.update(MachineAllowance, standing, end);
      const allowance = await manager.findOneBy(MachineAllowance, { id, machineId });
      if (!allowance) throw new Fault('MACHINE.ALLOWANCE_UNKNOWN');
      if (affected)
        await this.note(manager, machine, 'machine.allowance-withdrawn', { command: allowance.command });
      await raiseMatch(manager, this.clock, machine.labId);
      return view(allowance);
    });
  }

  private note(
    manager: EntityManager,
    { id, labId }: Machine,
    action: AuditAction,
    after: object,
  ): Promise<void> {
    const subject = ['machine', id] as const;
    return audit(manager, this.clock, { action, subject, labId, after: { ...after } });
  }
}

const view = ({ allowedAt, withdrawnAt, ...allowance }: MachineAllowance) => ({
  ...allowance,
  allowedAt: toIso(allowedAt),
  withdrawnAt: toIsoOrNull(withdrawnAt),
});

async function demandMachine(manager: EntityManager, id: MachineId): Promise<Machine> {
  const machine = await manager.findOneBy(Machine, { id });
  if (!machine) throw new Fault('MACHINE.UNKNOWN');
  return machine;
}
