import { Injectable } from '@nestjs/common';
import { type AccountId, Fault, type MemberId, newId } from '@pandafab/shared';
import { type EntityManager, IsNull } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { Member, ResidencyVerification } from './member.entity';

/** Checks of proofs of residence, and until when they are valid: the fact, never the document. */
@Injectable()
export class ResidencyService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  /** Latest first. @throws Fault MEMBER.UNKNOWN. */
  async history(memberId: MemberId): Promise<ResidencyVerification[]> {
    await demandMember(this.read.manager, memberId);
    const order = { verifiedAt: 'DESC', id: 'DESC' } as const;
    return this.read.of(ResidencyVerification).find({ where: { memberId }, order });
  }

  /** @throws Fault MEMBER.UNKNOWN, MEMBER.RESIDENCY_PAST. */
  async verify(memberId: MemberId, validUntil: number, verifiedBy: AccountId): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      if (validUntil <= unit.now) throw new Fault('MEMBER.RESIDENCY_PAST');
      await this.addVerification(unit, memberId, validUntil, verifiedBy);
    });
  }

  /** For a caller with more to write in the same unit of work. @throws Fault MEMBER.UNKNOWN. */
  async addVerification(
    unit: Unit,
    memberId: MemberId,
    validUntil: number,
    verifiedBy: AccountId,
  ): Promise<void> {
    const { manager, now } = unit;
    const member = await demandMember(manager, memberId);
    const verification = {
      id: newId<string>(),
      memberId,
      verifiedBy,
      verifiedAt: now,
      validUntil,
    };
    await manager.insert(ResidencyVerification, verification);
    await audit(unit, {
      action: 'residency.verified',
      subject: ['member', memberId],
      labId: member.homeLabId,
      after: { validUntil },
    });
  }

  /** Withdraws a verification made by mistake; its row stays. @throws Fault MEMBER.UNKNOWN. */
  async withdraw(memberId: MemberId, withdrawnBy: AccountId): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      const member = await demandMember(manager, memberId);
      const current = { memberId, withdrawnAt: IsNull() };
      const held = await manager.findBy(ResidencyVerification, current);
      if (held.length === 0) return;
      await manager.update(ResidencyVerification, current, { withdrawnBy, withdrawnAt: now });
      await audit(unit, {
        action: 'residency.withdrawn',
        subject: ['member', memberId],
        labId: member.homeLabId,
        before: { validUntil: Math.max(...held.map(({ validUntil }) => validUntil)) },
      });
    });
  }
}

async function demandMember(manager: EntityManager, id: MemberId): Promise<Member> {
  const member = await manager.findOneBy(Member, { id });
  if (!member) throw new Fault('MEMBER.UNKNOWN');
  return member;
}
