import type { EntityManager } from 'typeorm';
import { AccountCharge } from '../../../money/member-accounts/account.entities';
import { UsageRecord } from '../../../money/pricing/usage-record.entity';
import { numberOf } from '../reads/conditions';
import { readUsage } from '../reads/read-usage';
import { type IndicatorQuery, type IndicatorScope, onceForAll } from '../scope';

interface FreeAtLab {
  readonly labId: string;
  readonly freeCents: number;
}

/** The value of prints minus what was charged for them, as the figures of money have it. */
export const freeAccessValue: IndicatorQuery = {
  code: 'free-access-value',
  async read(manager, scope) {
    const free = [...(await readUsage(manager, scope)), ...(await readFreeUse(manager, scope))];
    return free.reduce((sum, { freeCents }) => sum + freeCents, 0);
  },
};

/** What members did not pay because it was free for them that month. */
const readFreeUse = (manager: EntityManager, scope: IndicatorScope): Promise<readonly FreeAtLab[]> =>
  onceForAll(scope, 'free-use', async ({ from, until }) => {
    const rows = await manager
      .createQueryBuilder(AccountCharge, 'charge')
      .innerJoin(UsageRecord, 'record', 'record.id = charge.usageRecordId')
      .select('record.labId', 'labId')
      .addSelect('SUM(charge.freeCents)', 'cents')
      .where('charge.month >= :first AND charge.month <= :last', {
        ...{ first: from.slice(0, 7), last: until.slice(0, 7) },
      })
      .groupBy('record.labId')
      .getRawMany<{ labId: string; cents: string | number }>();
    return rows.map(({ labId, cents }) => ({ labId, freeCents: numberOf(cents) }));
  });
