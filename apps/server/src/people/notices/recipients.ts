import { type Action, rolesAllowed } from '@pandafab/domain';
import type { AccountId, LabId, MemberId } from '@pandafab/shared';
import { type EntityManager, In, IsNull } from 'typeorm';
import { chunks } from '../../platform/persistence/chunks';
import { Account, AccountRole } from '../accounts/account.entity';

/** The accounts of these members that can sign in. */
export async function accountsOfMembers(
  manager: EntityManager,
  members: readonly MemberId[],
): Promise<ReadonlyMap<MemberId, AccountId>> {
  const found: Account[] = [];
  for (const memberIds of chunks([...new Set(members)]))
    found.push(...(await manager.findBy(Account, { memberId: In(memberIds), disabledAt: IsNull() })));
  return new Map(found.map(({ id, memberId }) => [memberId, id]));
}

/** The accounts that may do `action` in this lab, by a role there or everywhere. */
export async function accountsAllowedIn(
  manager: EntityManager,
  action: Action,
  labId: LabId,
): Promise<AccountId[]> {
  const held = await manager
    .createQueryBuilder(AccountRole, 'held')
    .innerJoin(Account, 'account', 'account.id = held.accountId')
    .where('account.disabledAt IS NULL AND held.role IN (:...roles)', { roles: [...rolesAllowed(action)] })
    .andWhere('(held.labId IS NULL OR held.labId = :labId)', { labId })
    .getMany();
  return [...new Set(held.map(({ accountId }) => accountId))];
}
