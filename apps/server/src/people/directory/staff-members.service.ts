import { Inject, Injectable } from '@nestjs/common';
import type { RoleGrant } from '@pandafab/domain';
import { type Clock, Fault, folded, type LabId, type MemberId } from '@pandafab/shared';
import type { SelectQueryBuilder } from 'typeorm';
import { CLOCK } from '../../platform/kit/config';
import { readPart, type SortKeys, sortedBy } from '../../platform/persistence/keyset';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { containing } from '../../platform/persistence/search';
import { Account } from '../accounts/account.entity';
import { rolesOf } from '../accounts/roles';
import { LabsOfMembers } from '../members/labs-of-members';
import type { Member } from '../members/member.entity';
import {
  type MemberRecord,
  type MemberWithContact,
  membersWithContact,
  recordsOf,
} from '../members/member-records';
import type { MemberSearch } from '../members/members.dto';
import { onlyResidents } from '../members/residency';

/** A member for staff: with the account, if there is one. */
export interface StaffMemberRecord extends MemberRecord {
  readonly account: (Account & { readonly roles: readonly RoleGrant[] }) | null;
}

export type JoinedMember = MemberWithContact & { account: Account | null };

const SORTS: SortKeys<Member, 'name' | 'category' | 'createdAt'> = {
  name: { column: 'contact.foldedName', of: (row) => nameOf(row as JoinedMember) },
  category: { column: 'member.category', of: ({ category }) => category },
  createdAt: { column: 'member.createdAt', of: ({ createdAt }) => createdAt, isNumber: true },
};
const BY_ID = { column: 'member.id', of: ({ id }: Member) => id };
const nameOf = ({ contact }: JoinedMember): string => folded(contact?.displayName ?? '');

/** The members of the network with their accounts, for staff. */
@Injectable()
export class StaffMembersService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly read: ReadDatabase,
    private readonly labsOfMembers: LabsOfMembers,
  ) {}

  /**
   * By name, unless another order is requested; `search` finds words of the name or of an e-mail address.
   * @param labs only members that these labs' staff know
   */
  async list({ search, residency, sort, ...page }: MemberSearch, labs: 'everywhere' | readonly LabId[]) {
    const query = this.knownTo(labs);
    if (residency) onlyResidents(query, residency, this.clock.now());
    if (search) {
      const columns = ['contact.foldedName', 'contact.email', 'account.email'];
      const found = columns.map((column) => `${column} LIKE :words ESCAPE '\\'`).join(' OR ');
      query.andWhere(`(${found})`, { words: containing(search) });
    }
    const { items, ...where } = await readPart(query, sortedBy(sort, SORTS, BY_ID), page);
    return { items: await this.complete(items as JoinedMember[]), ...where };
  }

  /** @throws Fault MEMBER.UNKNOWN. */
  async get(id: MemberId): Promise<StaffMemberRecord> {
    const member = await this.joined().where('member.id = :id', { id }).getOne();
    const [record] = member ? await this.complete([member as JoinedMember]) : [];
    if (!record) throw new Fault('MEMBER.UNKNOWN');
    return record;
  }

  /** The members that these labs' staff know, as `member`, `contact` and `account` of a query. */
  knownTo(labs: 'everywhere' | readonly LabId[]): SelectQueryBuilder<Member> {
    const query = this.joined();
    if (labs === 'everywhere') return query;
    return query.andWhere(this.labsOfMembers.condition(this.read.manager), { labs });
  }

  private joined(): SelectQueryBuilder<Member> {
    return membersWithContact(this.read.manager).leftJoinAndMapOne(
      'member.account',
      Account,
      'account',
      'account.memberId = member.id',
    );
  }

  private async complete(members: readonly JoinedMember[]): Promise<StaffMemberRecord[]> {
    const { manager } = this.read;
    const accounts = new Map(members.map(({ id, account }) => [id, account]));
    const records = await recordsOf(
      manager,
      members.map(({ account: _, ...member }) => member),
    );
    return Promise.all(
      records.map(async (record) => {
        const account = accounts.get(record.member.id);
        const roles = account && (await rolesOf(manager, account.id));
        return { ...record, account: account && roles ? { ...account, roles } : null };
      }),
    );
  }
}
