import { Inject, Injectable } from '@nestjs/common';
import type { RoleGrant } from '@pandafab/domain';
import { type Clock, Fault, folded, type LabId, type MemberId, newId } from '@pandafab/shared';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { CurrentAccountInfo } from '../accounts/access';
import { Account } from '../accounts/account.entity';
import { rolesOf } from '../accounts/roles';
import { audit, difference } from '../audit/audit';
import { CLOCK } from '../config';
import { Lab } from '../labs/lab.entity';
import { type Key, readPart } from '../persistence/keyset';
import { ReadDatabase } from '../persistence/read-database';
import { containing } from '../persistence/search';
import { UnitOfWork } from '../persistence/unit-of-work';
import { demandMayEntrust, demandMayEntrustNew } from './entrusting';
import { demandGuardian, wardsOf } from './guardians';
import { KNOWN_TO_LABS } from './labs-of-member';
import { Member, MemberContact, type ResidencyVerification } from './member.entity';
import { MemberCategory } from './member-category.entity';
import type { MemberSearch } from './members.dto';
import { onlyResidents, residenciesOf } from './residency';
import { demandOnce, type KnownLabs } from './twice';

/** A member with what is shown of them to staff. */
export interface MemberRecord {
  readonly member: Member;
  readonly contact: MemberContact;
  readonly residency: ResidencyVerification | null;
  readonly account: (Account & { readonly roles: readonly RoleGrant[] }) | null;
}

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

type JoinedMember = Member & { contact: MemberContact | null; account: Account | null };

const BY_NAME: readonly Key<Member>[] = [
  { column: 'contact.foldedName', order: 'ASC', of: (row) => nameOf(row as JoinedMember) },
  { column: 'member.id', order: 'ASC', of: ({ id }) => id },
];
const nameOf = ({ contact }: JoinedMember): string => folded(contact?.displayName ?? '');

/** The people the network serves. */
@Injectable()
export class MembersService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  /**
   * By name; `search` finds words of the name or of an e-mail address.
   * @param labs only members that these labs' staff know
   */
  async list({ search, residency, ...page }: MemberSearch, labs: 'everywhere' | readonly LabId[]) {
    const query = this.joined();
    if (labs !== 'everywhere') query.andWhere(KNOWN_TO_LABS, { labs });
    if (residency) onlyResidents(query, residency, this.clock.now());
    if (search) {
      const columns = ['contact.foldedName', 'contact.email', 'account.email'];
      const found = columns.map((column) => `${column} LIKE :words ESCAPE '\\'`).join(' OR ');
      query.andWhere(`(${found})`, { words: containing(search) });
    }
    const { items, ...where } = await readPart(query, BY_NAME, page);
    return { items: await this.complete(items as JoinedMember[]), ...where };
  }

  /** @throws Fault MEMBER.UNKNOWN. */
  async get(id: MemberId): Promise<MemberRecord> {
    const member = await this.joined().where('member.id = :id', { id }).getOne();
    const [record] = member ? await this.complete([member as JoinedMember]) : [];
    if (!record) throw new Fault('MEMBER.UNKNOWN');
    return record;
  }

  /** The minors that a member answers for. */
  async wards(guardianId: MemberId): Promise<MemberRecord[]> {
    const wards = await wardsOf(this.read.manager, guardianId, this.clock.now());
    return Promise.all(wards.map(({ id }) => this.get(id)));
  }

  /**
   * @param known whose members the asker may be told of, where an address is to be one member’s only
   * @throws Fault MEMBER.UNKNOWN_LAB, MEMBER.UNKNOWN_CATEGORY, MEMBER.GUARDIAN_…, MEMBER.NOT_HOME_LAB,
   * MEMBER.TWICE {name}, MEMBER.TWICE_ELSEWHERE
   */
  create(
    account: CurrentAccountInfo,
    fields: Partial<MemberFields> & Pick<MemberFields, 'displayName'>,
    known: KnownLabs,
  ): Promise<Member> {
    return this.unitOfWork.run(async (manager) => {
      await demandMayEntrustNew(manager, account, fields);
      await demandOnce(manager, fields.email, null, known);
      return this.insert(manager, fields);
    });
  }

  /** For a caller with more to write in the same unit of work. The same faults. */
  async insert(
    manager: EntityManager,
    fields: Partial<MemberFields> & Pick<MemberFields, 'displayName'>,
    importId: string | null = null,
  ): Promise<Member> {
    const { category = 'non-resident', homeLabId = null, guardianId = null, minorUntil = null } = fields;
    await demandCategory(manager, category);
    await demandLab(manager, homeLabId);
    const id = newId<MemberId>();
    await demandGuardian(manager, this.clock.now(), { id, guardianId, minorUntil });
    const standing = { category, homeLabId, guardianId, minorUntil };
    const member: Member = { id, ...standing, importId, createdAt: this.clock.now() };
    await manager.insert(Member, member);
    const { displayName, email = null, phone = null } = fields;
    const contact: MemberContact = { memberId: id, displayName, email, emailBouncedAt: null, phone };
    await manager.insert(MemberContact, contact);
    await audit(manager, this.clock, {
      action: 'member.registered',
      subject: ['member', id],
      labId: homeLabId,
      after: { ...standing, importId },
      personal: { memberId: id, after: { displayName, email, phone } },
    });
    return member;
  }

  /** Changes what is given. @throws Fault MEMBER.UNKNOWN, and those of `create`. */
  async change(
    account: CurrentAccountInfo,
    id: MemberId,
    changes: Partial<MemberFields>,
    known: KnownLabs = 'any-email',
  ): Promise<void> {
    await this.unitOfWork.run(async (manager) => {
      const member = await manager.findOneBy(Member, { id });
      if (!member) throw new Fault('MEMBER.UNKNOWN');
      await demandMayEntrust(manager, account, member, changes);
      const { displayName, email, phone, ...standing } = changes;
      if (standing.category && standing.category !== member.category)
        await demandCategory(manager, standing.category);
      await demandLab(manager, standing.homeLabId);
      if (standing.guardianId !== undefined || standing.minorUntil !== undefined)
        await demandGuardian(manager, this.clock.now(), { ...member, ...standing });
      const contact = await manager.findOneByOrFail(MemberContact, { memberId: id });
      if (email !== contact.email) await demandOnce(manager, email, id, known);
      const given = Object.entries({ displayName, email, phone }).filter(([, value]) => value !== undefined);
      const newContact = Object.fromEntries(given) as Partial<
        Pick<MemberContact, (typeof CONTACT_FIELDS)[number]>
      >;
      const [changed, personal] = [difference(member, standing), difference(contact, newContact)];
      if (changed) await manager.update(Member, { id }, standing);
      // Another address may have somebody behind it.
      const bounce = email !== undefined && email !== contact.email ? { emailBouncedAt: null } : {};
      if (personal) await manager.update(MemberContact, { memberId: id }, { ...newContact, ...bounce });
      if (!changed && !personal) return;
      await audit(manager, this.clock, {
        action: 'member.changed',
        subject: ['member', id],
        labId: member.homeLabId,
        ...changed,
        ...(personal && { personal: { memberId: id, ...personal } }),
      });
    });
  }

  private joined(): SelectQueryBuilder<Member> {
    return this.read
      .of(Member)
      .createQueryBuilder('member')
      .leftJoinAndMapOne('member.contact', MemberContact, 'contact', 'contact.memberId = member.id')
      .leftJoinAndMapOne('member.account', Account, 'account', 'account.memberId = member.id');
  }

  private async complete(members: readonly JoinedMember[]): Promise<MemberRecord[]> {
    const { manager } = this.read;
    const ids = members.map(({ id }) => id);
    const residencies = await residenciesOf(manager, ids);
    return Promise.all(
      members.map(async ({ contact, account, ...member }) => ({
        member,
        contact: contact ?? erased(member.id),
        residency: residencies.get(member.id) ?? null,
        account: account && { ...account, roles: await rolesOf(manager, account.id) },
      })),
    );
  }
}

/** Whose contact data is gone. */
const erased = (memberId: MemberId): MemberContact => ({
  memberId,
  displayName: '—',
  email: null,
  emailBouncedAt: null,
  phone: null,
});

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
