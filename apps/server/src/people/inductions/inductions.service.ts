import { Injectable } from '@nestjs/common';
import { Fault, type MemberId } from '@pandafab/shared';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { Member } from '../members/member.entity';
import { grantInduction, type NewInduction, withdrawInduction } from './grant-induction';
import { Induction } from './induction.entities';

/** Inductions: the members' rights to use kinds of machine. */
@Injectable()
export class InductionsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  /** All inductions of a member, latest first, including expired and withdrawn ones. @throws Fault MEMBER.UNKNOWN */
  async list(memberId: MemberId): Promise<Induction[]> {
    if (!(await this.read.of(Member).existsBy({ id: memberId }))) throw new Fault('MEMBER.UNKNOWN');
    return this.read.of(Induction).find({ where: { memberId }, order: { grantedAt: 'DESC', id: 'DESC' } });
  }

  /**
   * Gives an induction: see `grantInduction`.
   * @throws Fault AUTH.OTHER_LAB, MEMBER.UNKNOWN, LAB.UNKNOWN, MACHINE.UNKNOWN_KIND, INDUCTION.PAST, INDUCTION.SELF
   */
  async grant(trainer: CurrentAccountInfo, memberId: MemberId, given: NewInduction): Promise<Induction> {
    const { induction } = await this.unitOfWork.run((unit) => grantInduction(unit, trainer, memberId, given));
    return induction;
  }

  /**
   * Withdraws an induction; its row stays. Inductions of the same kind from other labs stay valid.
   * @throws Fault INDUCTION.UNKNOWN, AUTH.OTHER_LAB, INDUCTION.WITHDRAWN
   */
  withdraw(trainer: CurrentAccountInfo, id: string, reason: string): Promise<Induction> {
    return this.unitOfWork.run((unit) => withdrawInduction(unit, trainer, id, reason));
  }
}
