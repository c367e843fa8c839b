import type { AccountId } from '@pandafab/shared';
import { type EntityManager, IsNull } from 'typeorm';
import { Account, AccountRole } from '../../people/accounts/account.entity';
import { MemberContact } from '../../people/members/member.entity';

interface StaffName {
  readonly id: AccountId;
  readonly name: string;
}

/** The names of these accounts; an account without a name, such as one that was erased, is missing. */
export async function namesOfAccounts(
  manager: EntityManager,
  ids: readonly (AccountId | null)[],
): Promise<ReadonlyMap<AccountId, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  if (wanted.length === 0) return new Map();
  const rows = await named(manager).where('account.id IN (:...wanted)', { wanted }).getRawMany<StaffName>();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The people who can be responsible for a prestation: accounts with a role of staff, by name. */
export async function staffNames(manager: EntityManager): Promise<StaffName[]> {
  const holders = manager
    .createQueryBuilder(AccountRole, 'role')
    .select('role.accountId')
    .where("role.role <> 'maker'");
  return named(manager)
    .where({ disabledAt: IsNull() })
    .andWhere(`account.id IN (${holders.getQuery()})`)
    .orderBy('contact.foldedName')
    .addOrderBy('account.id')
    .limit(500)
    .getRawMany<StaffName>();
}

const named = (manager: EntityManager) =>
  manager
    .createQueryBuilder(Account, 'account')
    .innerJoin(MemberContact, 'contact', 'contact.memberId = account.memberId')
    .select('account.id', 'id')
    .addSelect('contact.displayName', 'name');

export const isAccount = (manager: EntityManager, id: AccountId): Promise<boolean> =>
  manager.existsBy(Account, { id });
