import { Injectable } from '@nestjs/common';
import { type AccountId, folded } from '@pandafab/shared';
import type { SelectQueryBuilder } from 'typeorm';
import { toIso, toIsoOrNull } from '../../platform/http/fields';
import { type Key, readPart } from '../../platform/persistence/keyset';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { containing } from '../../platform/persistence/search';
import { Account, AccountRole } from '../accounts/account.entity';
import { KnownDevice } from '../accounts/known-device.entity';
import { MemberContact } from '../members/member.entity';
import type { ACCOUNT_ORDERS, AccountQuery, AccountView } from './account-list.dto';

type NamedAccount = Account & { readonly contact: MemberContact | null };

const nameOf = ({ contact }: NamedAccount): string => contact?.displayName ?? '—';

type Column = 'name' | 'email' | 'createdAt';
const COLUMNS: Readonly<Record<Column, Omit<Key<Account>, 'order'>>> = {
  name: { column: 'contact.foldedName', of: (row) => folded(nameOf(row as NamedAccount)) },
  email: { column: 'account.email', of: ({ email }) => email },
  createdAt: { column: 'account.createdAt', of: ({ createdAt }) => createdAt, isNumber: true },
};

function keysFor(sort: (typeof ACCOUNT_ORDERS)[number]): Key<Account>[] {
  const order = sort.startsWith('-') ? 'DESC' : 'ASC';
  const column = COLUMNS[sort.replace('-', '') as Column];
  return [
    { ...column, order },
    { column: 'account.id', order, of: ({ id }) => id },
  ];
}

/** All accounts, for administrators to read and search. */
@Injectable()
export class AccountListService {
  constructor(private readonly read: ReadDatabase) {}

  /** `search` finds words of the name or of the address of the sign-in. */
  async list({ search, role, state, sort, ...page }: AccountQuery) {
    const query = this.named();
    if (search)
      query.andWhere(
        "(contact.foldedName LIKE :words ESCAPE '\\' OR account.email LIKE :words ESCAPE '\\')",
        {
          words: containing(search),
        },
      );
    if (state) query.andWhere(`account.disabledAt IS ${state === 'disabled' ? 'NOT ' : ''}NULL`);
    if (role) onlyWithRole(query, role);
    const { items, ...where } = await readPart(query, keysFor(sort), page);
    return { items: await this.complete(items as NamedAccount[]), ...where };
  }

  private named(): SelectQueryBuilder<Account> {
    return this.read
      .of(Account)
      .createQueryBuilder('account')
      .leftJoinAndMapOne('account.contact', MemberContact, 'contact', 'contact.memberId = account.memberId');
  }

  private async complete(accounts: readonly NamedAccount[]): Promise<AccountView[]> {
    const ids = accounts.map(({ id }) => id);
    const [roles, signIns] = [await this.rolesOf(ids), await this.lastSignIns(ids)];
    return accounts.map((account) => ({
      id: account.id,
      memberId: account.memberId,
      displayName: nameOf(account),
      email: account.email,
      roles: roles
        .filter(({ accountId }) => accountId === account.id)
        .map(({ role, labId }) => ({ role, labId })),
      disabled: account.disabledAt !== null,
      createdAt: toIso(account.createdAt),
      lastSignInAt: toIsoOrNull(signIns.get(account.id) ?? null),
    }));
  }

  private async rolesOf(ids: readonly AccountId[]): Promise<AccountRole[]> {
    if (ids.length === 0) return [];
    return this.read
      .of(AccountRole)
      .createQueryBuilder('held')
      .where('held.accountId IN (:...ids)', { ids })
      .orderBy('held.role')
      .addOrderBy('held.labId')
      .getMany();
  }

  /** Sessions are deleted when they end: a browser is remembered for longer. */
  private async lastSignIns(ids: readonly AccountId[]): Promise<ReadonlyMap<AccountId, number>> {
    if (ids.length === 0) return new Map();
    const rows = await this.read
      .of(KnownDevice)
      .createQueryBuilder('device')
      .select('device.accountId', 'id')
      .addSelect('MAX(device.lastUsedAt)', 'at')
      .where('device.accountId IN (:...ids)', { ids })
      .groupBy('device.accountId')
      .getRawMany<{ id: AccountId; at: string | number }>();
    return new Map(rows.map(({ id, at }) => [id, Number(at)]));
  }
}

function onlyWithRole(query: SelectQueryBuilder<Account>, role: AccountRole['role']): void {
  const held = query
    .subQuery()
    .select('held.accountId')
    .from(AccountRole, 'held')
    .where('held.role = :role')
    .getQuery();
  query.andWhere(`account.id IN ${held}`, { role });
}
