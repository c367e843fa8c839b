import type { MachineId } from '@pandafab/shared';
import { type AuditNote, audit } from '../../platform/audit/audit';
import type { AuditAction } from '../../platform/audit/audit-words';
import type { Unit } from '../../platform/persistence/unit';
import type { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { requestMatching } from '../labs/request-matching';
import { findMachine } from './find-machine';
import type { Machine } from './machine.entity';

/**
 * Makes a change to a machine that may make it able or unable to take a job: its lab's jobs are matched again.
 * @throws Fault MACHINE.UNKNOWN
 */
export function changeMachine(
  unitOfWork: UnitOfWork,
  id: MachineId,
  work: (unit: Unit, machine: Machine) => Promise<unknown>,
): Promise<Machine> {
  return unitOfWork.run(async (unit) => {
    const machine = await findMachine(unit.manager, id);
    await work(unit, machine);
    await requestMatching(unit, machine.labId);
    return machine;
  });
}

/** Records in the audit trail what was done to a machine. */
export function auditMachine(
  unit: Unit,
  { id, labId }: Machine,
  action: Extract<AuditAction, `machine.${string}`>,
  values: Pick<AuditNote, 'before' | 'after'> = {},
): Promise<void> {
  return audit(unit, { action, subject: ['machine', id], labId, ...values });
}
