import { Injectable } from '@nestjs/common';
import { Fault, type MemberId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { audit, difference } from '../../../platform/audit/audit';
import type { AuditAction } from '../../../platform/audit/audit-words';
import { ReadDatabase } from '../../../platform/persistence/read-database';
import type { Unit } from '../../../platform/persistence/unit';
import { UnitOfWork } from '../../../platform/persistence/unit-of-work';
import { Member, MemberBillingIdentity, MemberProfile } from '../member.entity';
import type { BillingIdentity, Profile } from './details.dto';

const NO_PROFILE: Profile = { birthYear: null, gender: null, neighbourhood: null, occupation: null };
const filledIn = (profile: object): string[] =>
  Object.entries(profile).flatMap(([field, value]) =>
    field === 'memberId' || value === null ? [] : [field],
  );

/** A member's data apart from the contact data: the billing identity and the statistical profile. */
@Injectable()
export class DetailsService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  /** Null if there is none. @throws Fault MEMBER.UNKNOWN. */
  async billingIdentity(memberId: MemberId): Promise<BillingIdentity | null> {
    await demandMember(this.read.manager, memberId);
    return this.read.of(MemberBillingIdentity).findOneBy({ memberId });
  }

  /** @throws Fault MEMBER.UNKNOWN. */
  async putBillingIdentity(memberId: MemberId, identity: BillingIdentity): Promise<BillingIdentity> {
    return this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const member = await demandMember(manager, memberId);
      const was = await manager.findOneBy(MemberBillingIdentity, { memberId });
      const changed = difference(was ?? {}, identity);
      if (!changed) return identity;
      await manager.upsert(MemberBillingIdentity, { memberId, ...identity }, ['memberId']);
      const personal = { memberId, ...changed, before: was && changed.before };
      await this.note(unit, 'billing-identity.recorded', member, { personal });
      return identity;
    });
  }

  /** Does nothing if there is none. @throws Fault MEMBER.UNKNOWN. */
  async removeBillingIdentity(memberId: MemberId): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const member = await demandMember(manager, memberId);
      const was = await manager.findOneBy(MemberBillingIdentity, { memberId });
      if (!was) return;
      await manager.delete(MemberBillingIdentity, { memberId });
      const { memberId: _, ...before } = was;
      await this.note(unit, 'billing-identity.removed', member, { personal: { memberId, before } });
    });
  }

  /** Empty if the member gave nothing. @throws Fault MEMBER.UNKNOWN. */
  async profile(memberId: MemberId): Promise<Profile> {
    await demandMember(this.read.manager, memberId);
    return (await this.read.of(MemberProfile).findOneBy({ memberId })) ?? NO_PROFILE;
  }

  /** @throws Fault MEMBER.UNKNOWN. */
  async isFilledIn(memberId: MemberId): Promise<boolean> {
    return filledIn(await this.profile(memberId)).length > 0;
  }

  /**
   * The audit entry names the fields that are set, never their values: only the member may read those. @throws Fault
   * MEMBER.UNKNOWN.
   */
  async putProfile(memberId: MemberId, profile: Profile): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const member = await demandMember(manager, memberId);
      await manager.upsert(MemberProfile, { memberId, ...profile }, ['memberId']);
      await this.note(unit, 'profile.recorded', member, { after: { filledIn: filledIn(profile) } });
    });
  }

  /** Does nothing if there is none. @throws Fault MEMBER.UNKNOWN. */
  async removeProfile(memberId: MemberId): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const member = await demandMember(manager, memberId);
      const { affected } = await manager.delete(MemberProfile, { memberId });
      if (affected) await this.note(unit, 'profile.removed', member, {});
    });
  }

  private note(unit: Unit, action: AuditAction, member: Member, what: object): Promise<void> {
    const subject = ['member', member.id] as const;
    return audit(unit, { action, subject, labId: member.homeLabId, ...what });
  }
}

async function demandMember(manager: EntityManager, id: MemberId): Promise<Member> {
  const member = await manager.findOneBy(Member, { id });
  if (!member) throw new Fault('MEMBER.UNKNOWN');
  return member;
}
