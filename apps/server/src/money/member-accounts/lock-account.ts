import { randomInt } from 'node:crypto';
import { accountReference } from '@pandafab/domain';
import type { MemberId } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import { MemberAccount } from './account.entities';

/**
 * The account of a member, locked until the unit of work ends: what is read of it afterwards stays true. The first
 * call makes it. The write comes first, because it locks the row on PostgreSQL. Order of locks, against deadlocks:
 * client order, member's account (several: by the ids of their members), books, lab.
 */
export async function lockAccount(unit: Unit, memberId: MemberId): Promise<MemberAccount> {
  const { manager } = unit;
  const { affected } = await manager.increment(MemberAccount, { memberId }, 'entries', 0);
  if (affected) return manager.findOneByOrFail(MemberAccount, { memberId });
  await openAccount(unit, memberId);
  return lockAccount(unit, memberId);
}

/** Writes nothing where another unit of work has made the account meanwhile, or drawn the same reference. */
async function openAccount({ manager, now }: Unit, memberId: MemberId): Promise<void> {
  const account: MemberAccount = {
    ...{ memberId, reference: accountReference((limit) => randomInt(limit)), allowanceCents: null },
    ...{ balanceCents: 0, entries: 0, invoicedThrough: 0, organisationId: null, createdAt: now },
  };
  await manager.createQueryBuilder().insert().into(MemberAccount).values(account).orIgnore().execute();
}
