import { isAllowedIn } from '@pandafab/domain';
import type { AccountId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { Account, AccountRole } from '../../people/accounts/account.entity';
import { MemberContact } from '../../people/members/member.entity';
import type { CurrentAccountInfo } from '../../platform/http/access';
import type { Job } from './job.entities';

/** The actor of a step, as far as the reader may know it. */
export interface Doer {
  readonly who: 'you' | 'member' | 'staff' | 'other';
  /** Shown only to the staff of the job's lab. */
  readonly accountId: AccountId | null;
  readonly name: string | null;
}

/** The actor of each account in a job's history. Makers see no names. */
export async function doersOf(
  manager: EntityManager,
  account: CurrentAccountInfo,
  { memberId, labId }: Pick<Job, 'memberId' | 'labId'>,
  ids: readonly AccountId[],
): Promise<ReadonlyMap<AccountId, Doer>> {
  const accounts = await manager.findBy(Account, { id: In(ids) });
  const held = await manager.findBy(AccountRole, { accountId: In(ids) });
  const staff = new Set(held.filter(({ role }) => role !== 'maker').map(({ accountId }) => accountId));
  const mayName = isAllowedIn(account, 'job.read-any', labId);
  const contacts = await manager.findBy(MemberContact, {
    memberId: In(accounts.map((each) => each.memberId)),
  });
  const nameOf = new Map(contacts.map((contact) => [contact.memberId, contact.displayName]));
  const whoIs = ({ id, memberId: doer }: Account): Doer['who'] => {
    if (id === account.accountId) return 'you';
    if (doer === memberId) return 'member';
    return staff.has(id) ? 'staff' : 'other';
  };
  return new Map(
    accounts.map((each) => {
      const who = whoIs(each);
      const name = mayName ? (nameOf.get(each.memberId) ?? null) : null;
      return [each.id, { who, name, accountId: mayName ? each.id : null }];
    }),
  );
}
