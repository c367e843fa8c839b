import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, Fault, type MemberId, newId } from '@pandafab/shared';
import { type EntityManager, IsNull } from 'typeorm';
import { audit } from '../audit/audit';
import { CLOCK } from '../config';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { Member, ResidencyVerification } from './member.entity';

/** That somebody saw a proof of residence, and until when it is good: the fact, never the document. */
@Injectable()
export class ResidencyService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  /** The latest first. @throws Fault MEMBER.UNKNOWN. */
  async history(memberId: MemberId): Promise<ResidencyVerification[]> {
    await demandMember(this.read.manager, memberId);
    const order = { verifiedAt: 'DESC', id: 'DESC' } as const;
    return this.read.of(ResidencyVerification).find({ where: { memberId }, order });
  }

  /** @throws Fault MEMBER.UNKNOWN, MEMBER.RESIDENCY_PAST. */
  async verify(memberId: MemberId, validUntil: number, verifiedBy: AccountId): Promise<void> {
    if (validUntil <= this.clock.now()) throw new Fault('MEMBER.RESIDENCY_PAST');
    await this.unitOfWork.run((manager) => this.record(manager, memberId, validUntil, verifiedBy));
  }

  /** For a caller with more to write in the same unit of work. @throws Fault MEMBER.UNKNOWN. */
  async record(
    manager: EntityManager,
    memberId: MemberId,
    validUntil: number,
    verifiedBy: AccountId,
  ): Promise<void> {
    const member = await demandMember(manager, memberId);
    const verification = {
      id: newId<string>(),
      memberId,
      verifiedBy,
      verifiedAt: this.clock.now(),
      validUntil,
    };
    await manager.insert(ResidencyVerification, verification);
    await audit(manager, this.clock, {
      action: 'residency.verified',
      subject: ['member', memberId],
      labId: member.homeLabId,
      after: { validUntil },
    });
  }

  /** Takes back what was verified by mistake; the record of it stays. @throws Fault MEMBER.UNKNOWN. */
  async withdraw(memberId: MemberId, withdrawnBy: AccountId): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const member = await demandMember(manager, memberId);
      const standing = { memberId, withdrawnAt: IsNull() };
      const held = await manager.findBy(ResidencyVerification, standing);
      if (held.length === 0) return;
      await manager.update(ResidencyVerification, standing, { withdrawnBy, withdrawnAt: this.clock.now() });
      await audit(manager, this.clock, {
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
