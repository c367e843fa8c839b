import type { EntityManager } from 'typeorm';
import { addDays, dayStart } from '../../kit/paris';
import { AccountCharge } from '../../member-accounts/account.entities';
import { UsageRecord } from '../../pricing/usage-record.entity';
import { type ByMonth, byMonth, firstDayOf, lastDayOf, type Month } from './months';

/**
 * The value of prints minus what was charged for them: what a free tariff gave, and what members did not pay because
 * it was free for them this month.
 * @param months in order, not empty
 */
export async function freeByMonth(manager: EntityManager, months: readonly Month[]): Promise<ByMonth> {
  const byQuota = await freeByQuota(manager, months);
  const sums = new Map<Month, number>();
  for (const month of months)
    sums.set(month, (await freeByTariff(manager, month)) + (byQuota.get(month) ?? 0));
  return sums;
}

async function freeByQuota(manager: EntityManager, months: readonly Month[]): Promise<ByMonth> {
  const rows = await manager
    .createQueryBuilder(AccountCharge, 'charge')
    .select('charge.month', 'month')
    .addSelect('SUM(charge.freeCents)', 'cents')
    .where('charge.month >= :first AND charge.month <= :last', { first: months[0], last: months.at(-1) })
    .groupBy('charge.month')
    .getRawMany<{ month: Month; cents: string | number }>();
  return byMonth(rows);
}

/** Instants have no month in SQL: one sum for each month. */
async function freeByTariff(manager: EntityManager, month: Month): Promise<number> {
  const bounds = { first: dayStart(firstDayOf(month)), end: dayStart(addDays(lastDayOf(month), 1)) };
  const row = await manager
    .createQueryBuilder(UsageRecord, 'record')
    .select('SUM(record.valueCents - record.chargedCents)', 'cents')
    .where('record.at >= :first AND record.at < :end', bounds)
    .getRawOne<{ cents: string | number | null }>();
  return Number(row?.cents ?? 0);
}
