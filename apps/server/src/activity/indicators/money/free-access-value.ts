import type { EntityManager } from 'typeorm';
import { AccountCharge } from '../../../money/member-accounts/account.entities';
import { UsageRecord } from '../../../money/pricing/usage-record.entity';
import { inInstants, numberOf, ofLab } from '../reads/conditions';
import type { IndicatorQuery, IndicatorScope } from '../scope';

/** The value of prints minus what was charged for them, as the figures of money have it. */
export const freeAccessValue: IndicatorQuery = {
  code: 'free-access-value',
  async read(manager, scope) {
    return (await byTariff(manager, scope)) + (await byFreeUse(manager, scope));
  },
};

async function byTariff(manager: EntityManager, scope: IndicatorScope): Promise<number> {
  const query = manager
    .createQueryBuilder(UsageRecord, 'record')
    .select('SUM(record.valueCents - record.chargedCents)', 'cents')
    .where('1 = 1');
  const row = await ofLab(inInstants(query, 'record.at', scope), 'record.labId', scope).getRawOne<{
    cents: string | number | null;
  }>();
  return numberOf(row?.cents);
}

/** What members did not pay because it was free for them that month. */
async function byFreeUse(manager: EntityManager, scope: IndicatorScope): Promise<number> {
  const query = manager
    .createQueryBuilder(AccountCharge, 'charge')
    .innerJoin(UsageRecord, 'record', 'record.id = charge.usageRecordId')
    .select('SUM(charge.freeCents)', 'cents')
    .where('charge.month >= :first AND charge.month <= :last', {
      ...{ first: scope.from.slice(0, 7), last: scope.until.slice(0, 7) },
    });
  const row = await ofLab(query, 'record.labId', scope).getRawOne<{ cents: string | number | null }>();
  return numberOf(row?.cents);
}
