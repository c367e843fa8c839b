import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type LabId, type MemberId, newId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { audit, difference } from '../../platform/audit/audit';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { MemberCategory } from '../categories/member-category.entity';
import { demandMayEntrust, demandMayEntrustNew } from './entrusting';
import { demandGuardian, wardsOf } from './guardians';
import { LabsOfMembers } from './labs-of-members';
import { Member, MemberContact } from './member.entity';
import { type MemberRecord, type MemberWithContact, membersWithContact, recordsOf } from './member-records';
import { assertEmailUnused, type KnownLabs } from './unique-email';

export interface MemberFields {
  readonly displayName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly category: string;
  readonly homeLabId: LabId | null;
  readonly guardianId: MemberId | null;
  readonly minorUntil: number | null;
}

const CONTACT_FIELDS = ['displayName', 'email', 'phone'] as const;

/** The people the network serves. */
@Injectable()
export class MembersService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
    private readonly labsOfMembers: LabsOfMembers,
  ) {}

  /** @throws Fault MEMBER.UNKNOWN. */
  async get(id: MemberId): Promise<MemberRecord> {
    const { manager } = this.read;
    const found = membersWithContact(manager).where('member.id = :id', { id });
    const [record] = await recordsOf(manager, (await found.getMany()) as MemberWithContact[]);
    if (!record) throw new Fault('MEMBER.UNKNOWN');
    return record;
  }

  /** The minors whose guardian a member is. */
  async wards(guardianId: MemberId): Promise<MemberRecord[]> {
    const wards = await wardsOf(this.read.manager, guardianId, this.clock.now());
    return Promise.all(wards.map(({ id }) => this.get(id)));
  }

  /**
   * @param known the labs whose members the caller may know, if the address must be unique
   * @throws Fault MEMBER.UNKNOWN_LAB, MEMBER.UNKNOWN_CATEGORY, MEMBER.GUARDIAN_…, MEMBER.NOT_HOME_LAB,
   * MEMBER.DUPLICATE {name}, MEMBER.DUPLICATE_ELSEWHERE
   */
  create(
    account: CurrentAccountInfo,
    fields: Partial<MemberFields> & Pick<MemberFields, 'displayName'>,
    known: KnownLabs,
  ): Promise<Member> {
    return this.unitOfWork.run(async (unit) => {
      await demandMayEntrustNew(this.labsOfMembers, unit.manager, account, fields);
      await assertEmailUnused(unit, this.labsOfMembers, fields.email, null, known);
      return this.insert(unit, fields);
    });
  }

  /** For a caller with more to write in the same unit of work. The same faults. */
  async insert(
    unit: Unit,
    fields: Partial<MemberFields> & Pick<MemberFields, 'displayName'>,
    importId: string | null = null,
  ): Promise<Member> {
    const { manager, now } = unit;
    const { category = 'non-resident', homeLabId = null, guardianId = null, minorUntil = null } = fields;
    await demandCategory(manager, category);
    await demandLab(manager, homeLabId);
    const id = newId<MemberId>();
    await demandGuardian(unit, { id, guardianId, minorUntil });
    const registration = { category, homeLabId, guardianId, minorUntil };
    const member: Member = { id, ...registration, importId, createdAt: now };
    await manager.insert(Member, member);
    const { displayName, email = null, phone = null } = fields;
    const contact: MemberContact = { memberId: id, displayName, email, emailBouncedAt: null, phone };
    await manager.insert(MemberContact, contact);
    await audit(unit, {
      action: 'member.registered',
      subject: ['member', id],
      labId: homeLabId,
      after: { ...registration, importId },
      personal: { memberId: id, after: { displayName, email, phone } },
    });
    return member;
  }

  /** Changes the given fields. @throws Fault MEMBER.UNKNOWN, and those of `create`. */
  async change(
    account: CurrentAccountInfo,
    id: MemberId,
    changes: Partial<MemberFields>,
    known: KnownLabs = 'any-email',
  ): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const member = await manager.findOneBy(Member, { id });
      if (!member) throw new Fault('MEMBER.UNKNOWN');
      await demandMayEntrust(this.labsOfMembers, manager, account, member, changes);
      const { displayName, email, phone, ...registration } = changes;
      if (registration.category && registration.category !== member.category)
        await demandCategory(manager, registration.category);
      await demandLab(manager, registration.homeLabId);
      if (registration.guardianId !== undefined || registration.minorUntil !== undefined)
        await demandGuardian(unit, { ...member, ...registration });
      const contact = await manager.findOneByOrFail(MemberContact, { memberId: id });
      if (email !== contact.email) await assertEmailUnused(unit, this.labsOfMembers, email, id, known);
      const given = Object.entries({ displayName, email, phone }).filter(([, value]) => value !== undefined);
      const newContact = Object.fromEntries(given) as Partial<
        Pick<MemberContact, (typeof CONTACT_FIELDS)[number]>
      >;
      const [changed, personal] = [difference(member, registration), difference(contact, newContact)];
      if (changed) await manager.update(Member, { id }, registration);
      // The bounce was of the old address: clear it for a new one.
      const bounce = email !== undefined && email !== contact.email ? { emailBouncedAt: null } : {};
      if (personal) await manager.update(MemberContact, { memberId: id }, { ...newContact, ...bounce });
      if (!changed && !personal) return;
      await audit(unit, {
        action: 'member.changed',
        subject: ['member', id],
        labId: member.homeLabId,
        ...changed,
        ...(personal && { personal: { memberId: id, ...personal } }),
      });
    });
  }
}

/** @throws Fault MEMBER.UNKNOWN_LAB */
export async function demandLab(manager: EntityManager, labId: LabId | null | undefined): Promise<void> {
  if (labId && !(await manager.existsBy(Lab, { id: labId }))) throw new Fault('MEMBER.UNKNOWN_LAB');
}

/** @throws Fault MEMBER.UNKNOWN_CATEGORY {category, known} */
export async function demandCategory(manager: EntityManager, code: string): Promise<void> {
  const category = await manager.findOneBy(MemberCategory, { code });
  if (category && category.retiredAt === null) return;
  const known = await manager.find(MemberCategory, { order: { position: 'ASC' } });
  const open = known.filter(({ retiredAt }) => retiredAt === null).map((each) => each.code);
  throw new Fault('MEMBER.UNKNOWN_CATEGORY', { category: code, known: open });
}
