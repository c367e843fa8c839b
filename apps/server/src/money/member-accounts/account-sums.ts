import type { AccountSums } from '@pandafab/domain';
import { cents, type MemberId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { MemberAccount } from './account.entities';
import { Reservation } from './reservation.entity';
import { accountRules } from './settings-in-force';

type Held = Pick<MemberAccount, 'memberId' | 'balanceCents' | 'allowanceCents'>;

/** What accounts hold, and what of it is reserved; an account that was never used holds nothing. */
export async function sumsOf(
  manager: EntityManager,
  memberIds: readonly MemberId[],
): Promise<(memberId: MemberId) => AccountSums> {
  const ids = [...new Set(memberIds)];
  const accounts: Held[] = await manager.findBy(MemberAccount, { memberId: In(ids) });
  const reserved = await reservedOf(manager, ids);
  const { defaultAllowanceCents } = await accountRules(manager);
  const byMember = new Map(accounts.map((account) => [account.memberId, account]));
  return (memberId) => {
    const account = byMember.get(memberId);
    return {
      balanceCents: cents(account?.balanceCents ?? 0),
      allowanceCents: cents(account?.allowanceCents ?? defaultAllowanceCents),
      reservedCents: cents(reserved.get(memberId) ?? 0),
    };
  };
}

/** By member: the prices of jobs that have not ended. Members without one are missing. */
async function reservedOf(
  manager: EntityManager,
  memberIds: readonly MemberId[],
): Promise<ReadonlyMap<MemberId, number>> {
  if (memberIds.length === 0) return new Map();
  const rows = await manager
    .createQueryBuilder(Reservation, 'reservation')
    .select('reservation.memberId', 'memberId')
    .addSelect('SUM(reservation.cents)', 'cents')
    .where("reservation.state = 'held' AND reservation.memberId IN (:...memberIds)", { memberIds })
    .groupBy('reservation.memberId')
    .getRawMany<{ memberId: MemberId; cents: string | number }>();
  // PostgreSQL gives sums as texts.
  return new Map(rows.map(({ memberId, cents: sum }) => [memberId, Number(sum)]));
}
