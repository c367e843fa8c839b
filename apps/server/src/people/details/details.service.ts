import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type MemberId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { audit, difference } from '../../audit/audit';
import type { AuditAction } from '../../audit/audit-words';
import { CLOCK } from '../../config';
import { ReadDatabase } from '../../persistence/read-database';
import { UnitOfWork } from '../../persistence/unit-of-work';
import { Member, MemberBillingIdentity, MemberProfile } from '../member.entity';
import type { BillingIdentity, Profile } from './details.dto';

const NO_PROFILE: Profile = { birthYear: null, gender: null, neighbourhood: null, occupation: null };
const filledIn = (profile: object): string[] =>
  Object.entries(profile).flatMap(([field, value]) =>
    field === 'memberId' || value === null ? [] : [field],
  );

/** What is kept of a member apart from how they are reached: to whom to invoice, and what statistics count. */
@Injectable()
export class DetailsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  /** @throws Fault MEMBER.UNKNOWN, MEMBER.NO_BILLING_IDENTITY. */
  async billingIdentity(memberId: MemberId): Promise<BillingIdentity> {
    await demandMember(this.read.manager, memberId);
    const identity = await this.read.of(MemberBillingIdentity).findOneBy({ memberId });
    if (!identity) throw new Fault('MEMBER.NO_BILLING_IDENTITY');
    return identity;
  }

  /** @throws Fault MEMBER.UNKNOWN. */
  async putBillingIdentity(memberId: MemberId, identity: BillingIdentity): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const member = await demandMember(manager, memberId);
      const was = await manager.findOneBy(MemberBillingIdentity, { memberId });
      const changed = difference(was ?? {}, identity);
      if (!changed) return;
      await manager.upsert(MemberBillingIdentity, { memberId, ...identity }, ['memberId']);
      const personal = { memberId, ...changed, before: was && changed.before };
      await this.note(manager, 'billing-identity.recorded', member, { personal });
    });
  }

  /** Nothing where there is none. @throws Fault MEMBER.UNKNOWN. */
  async removeBillingIdentity(memberId: MemberId): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const member = await demandMember(manager, memberId);
      const was = await manager.findOneBy(MemberBillingIdentity, { memberId });
      if (!was) return;
      await manager.delete(MemberBillingIdentity, { memberId });
      const { memberId: _, ...before } = was;
      await this.note(manager, 'billing-identity.removed', member, { personal: { memberId, before } });
    });
  }

  /** Empty where nothing was said. @throws Fault MEMBER.UNKNOWN. */
  async profile(memberId: MemberId): Promise<Profile> {
    await demandMember(this.read.manager, memberId);
    return (await this.read.of(MemberProfile).findOneBy({ memberId })) ?? NO_PROFILE;
  }

  /** @throws Fault MEMBER.UNKNOWN. */
  async isFilledIn(memberId: MemberId): Promise<boolean> {
    return filledIn(await this.profile(memberId)).length > 0;
  }

  /** Which fields say something is written down, never what: nobody but the member reads that. @throws Fault MEMBER.UNKNOWN. */
  async putProfile(memberId: MemberId, profile: Profile): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const member = await demandMember(manager, memberId);
      await manager.upsert(MemberProfile, { memberId, ...profile }, ['memberId']);
      await this.note(manager, 'profile.recorded', member, { after: { filledIn: filledIn(profile) } });
    });
  }

  /** Nothing where there is none. @throws Fault MEMBER.UNKNOWN. */
  async removeProfile(memberId: MemberId): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const member = await demandMember(manager, memberId);
      const { affected } = await manager.delete(MemberProfile, { memberId });
      if (affected) await this.note(manager, 'profile.removed', member, {});
    });
  }

  private note(manager: EntityManager, action: AuditAction, member: Member, what: object): Promise<void> {
    const subject = ['member', member.id] as const;
    return audit(manager, this.clock, { action, subject, labId: member.homeLabId, ...what });
  }
}

async function demandMember(manager: EntityManager, id: MemberId): Promise<Member> {
  const member = await manager.findOneBy(Member, { id });
  if (!member) throw new Fault('MEMBER.UNKNOWN');
  return member;
}
