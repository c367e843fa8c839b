import { Injectable } from '@nestjs/common';
import { Fault } from '@pandafab/shared';
import { audit, difference } from '../../platform/audit/audit';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { isUniqueViolation } from '../../platform/persistence/unique-violation';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { demandKind } from './demand-kind';
import { MachineKind } from './machine-kind.entity';
import { requestMatchingOfKind } from './request-matching-of-kind';

/** The kinds of machines, and for which of them an induction is required. */
@Injectable()
export class MachineKindsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  list(): Promise<MachineKind[]> {
    return this.read.of(MachineKind).find({ order: { code: 'ASC' } });
  }

  /** @throws Fault MACHINE.KIND_TAKEN {kind} */
  async create(kind: MachineKind): Promise<MachineKind> {
    await this.unitOfWork
      .run(async (unit) => {
        await unit.manager.insert(MachineKind, kind);
        const { code, ...after } = kind;
        await audit(unit, {
          action: 'machine-kind.made',
          subject: ['machine-kind', code],
          after,
        });
      })
      .catch((error: unknown) => {
        if (isUniqueViolation(error)) throw new Fault('MACHINE.KIND_TAKEN', { kind: kind.code });
        throw error;
      });
    return kind;
  }

  /** @throws Fault MACHINE.UNKNOWN_KIND {kind, known} */
  change(code: string, changes: Partial<Omit<MachineKind, 'code'>>): Promise<MachineKind> {
    return this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const kind = await demandKind(manager, code);
      const changed = difference(kind, changes);
      if (!changed) return kind;
      await manager.update(MachineKind, { code }, changes);
      if ('inductionRequired' in changed.after) await requestMatchingOfKind(unit, code);
      const subject = ['machine-kind', code] as const;
      await audit(unit, { action: 'machine-kind.changed', subject, ...changed });
      return { ...kind, ...changes };
    });
  }
}
