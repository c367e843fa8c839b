import { Inject, Injectable } from '@nestjs/common';
import { availableOf } from '@pandafab/domain';
import { type Clock, Fault, folded, type MemberId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { Member, MemberBillingIdentity, MemberContact } from '../../people/members/member.entity';
import type { Page } from '../../platform/http/fields';
import { CLOCK } from '../../platform/kit/config';
import { readPart, type SortKeys, sortedBy } from '../../platform/persistence/keyset';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { containing } from '../../platform/persistence/search';
import { parisDay } from '../kit/paris';
import type { MemberAccountSearch } from './account.dto';
import { AccountEntry, MemberAccount } from './account.entities';
import { bankOn, invoicesOf, uninvoicedOf } from './account-figures';
import { sumsOf } from './account-sums';
import { viewEntries } from './entry-views';
import { freeUseOf } from './free-use';
import { accountRules } from './settings-in-force';

type Named = MemberAccount & { contact?: MemberContact | null };

const SORTS: SortKeys<Named, 'name' | 'balance'> = {
  name: { column: 'contact.foldedName', of: ({ contact }) => folded(contact?.displayName ?? '') },
  balance: { column: 'account.balanceCents', of: ({ balanceCents }) => balanceCents, isNumber: true },
};
const BY_MEMBER = { column: 'account.memberId', of: ({ memberId }: Named) => memberId };

/** What members and staff see of accounts. */
@Injectable()
export class AccountViews {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
  ) {}

  /** The account of a member, also before it was ever used. @throws Fault MEMBER.UNKNOWN */
  async get(memberId: MemberId) {
    const { manager } = this.database;
    if (!(await manager.existsBy(Member, { id: memberId }))) throw new Fault('MEMBER.UNKNOWN');
    const account = await manager.findOneBy(MemberAccount, { memberId });
    const now = this.clock.now();
    const freeUse = await freeUseOf(manager, { memberId, groupId: null, at: now });
    const { isOn } = await accountRules(manager);
    return {
      memberId,
      reference: account?.reference ?? null,
      ...(await this.sums(manager, [memberId]))(memberId),
      isAllowanceOwn: account !== null && account.allowanceCents !== null,
      freeUse: freeUse && { ...freeUse.quota, left: freeUse.left },
      uninvoicedCents: (await uninvoicedOf(manager, [memberId])).get(memberId) ?? 0,
      hasAddress: await manager.existsBy(MemberBillingIdentity, { memberId }),
      isOn,
      bank: await bankOn(manager, parisDay(now)),
      invoices: await invoicesOf(manager, memberId),
    };
  }

  /** Newest first. */
  async entries(memberId: MemberId, page: Page) {
    const query = this.database.of(AccountEntry).createQueryBuilder('entry').where({ memberId });
    const keys = [
      {
        column: 'entry.sequence',
        order: 'DESC',
        of: ({ sequence }: AccountEntry) => sequence,
        isNumber: true,
      },
    ] as const;
    const { items, ...where } = await readPart(query, keys, page);
    return { items: await viewEntries(this.database.manager, items), ...where };
  }

  /** All entries of an account, the oldest first. */
  async allEntries(memberId: MemberId) {
    const { manager } = this.database;
    return viewEntries(
      manager,
      await manager.find(AccountEntry, { where: { memberId }, order: { sequence: 'ASC' } }),
    );
  }

  /** The accounts of all members who have one. */
  async list({ search, sort, below, ...page }: MemberAccountSearch) {
    const { manager } = this.database;
    const query = this.database
      .of(MemberAccount)
      .createQueryBuilder('account')
      .leftJoinAndMapOne('account.contact', MemberContact, 'contact', 'contact.memberId = account.memberId');
    if (below) query.andWhere('account.balanceCents < 0');
    if (search) {
      const words = { words: containing(search) };
      query.andWhere(
        "(contact.foldedName LIKE :words ESCAPE '\\' OR LOWER(account.reference) LIKE :words ESCAPE '\\')",
        words,
      );
    }
    const { items, ...where } = await readPart<Named>(query, sortedBy(sort, SORTS, BY_MEMBER), page);
    const ids = items.map(({ memberId }) => memberId);
    const sums = await this.sums(manager, ids);
    const uninvoiced = await uninvoicedOf(manager, ids);
    const identities = await manager.findBy(MemberBillingIdentity, { memberId: In(ids) });
    const known = new Set(identities.map(({ memberId }) => memberId));
    const views = items.map(({ memberId, reference, contact }) => ({
      ...{ memberId, reference, displayName: contact?.displayName ?? '' },
      ...sums(memberId),
      uninvoicedCents: uninvoiced.get(memberId) ?? 0,
      hasAddress: known.has(memberId),
    }));
    return { items: views, ...where };
  }

  private async sums(manager: EntityManager, memberIds: readonly MemberId[]) {
    const of = await sumsOf(manager, memberIds);
    return (memberId: MemberId) => ({ ...of(memberId), availableCents: availableOf(of(memberId)) });
  }
}
