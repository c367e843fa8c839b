import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault } from '@pandafab/shared';
import { audit, difference } from '../audit/audit';
import { CLOCK } from '../config';
import { ReadDatabase } from '../persistence/read-database';
import { isUniqueViolation } from '../persistence/unique-violation';
import { UnitOfWork } from '../persistence/unit-of-work';
import { demandKind } from './demand-kind';
import { MachineKind } from './induction.entities';
import { raiseMatchesOfKind } from './raise-matches-of-kind';

/** What machines there are, and for which an induction is required. */
@Injectable()
export class MachineKindsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  list(): Promise<MachineKind[]> {
    return this.read.of(MachineKind).find({ order: { code: 'ASC' } });
  }

  /** @throws Fault MACHINE.KIND_TAKEN {kind} */
  async create(kind: MachineKind): Promise<MachineKind> {
    await this.unitOfWork
      .run(async (manager) => {
        await manager.insert(MachineKind, kind);
        const { code, ...after } = kind;
        await audit(manager, this.clock, {
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
    return this.unitOfWork.run(async (manager) => {
      const kind = await demandKind(manager, code);
      const changed = difference(kind, changes);
      if (!changed) return kind;
      await manager.update(MachineKind, { code }, changes);
      if ('inductionRequired' in changed.after) await raiseMatchesOfKind(manager, this.clock, code);
      const subject = ['machine-kind', code] as const;
      await audit(manager, this.clock, { action: 'machine-kind.changed', subject, ...changed });
      return { ...kind, ...changes };
    });
  }
}
