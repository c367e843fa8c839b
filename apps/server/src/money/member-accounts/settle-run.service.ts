import { Injectable } from '@nestjs/common';
import {
  type ChargedPart,
  type ChargedSum,
  chargedPartOf,
  chargeOf,
  type FinishedRun,
  freePartOf,
  monthOf,
  type NetCharge,
} from '@pandafab/domain';
import { cents } from '@pandafab/shared';
import { type EntityManager, MoreThan } from 'typeorm';
import type { Unit } from '../../platform/persistence/unit';
import { parisDay } from '../kit/paris';
import type { UsageRecord } from '../pricing/usage-record.entity';
import { AccountCharge, type MemberAccount } from './account.entities';
import { AccountEntries } from './account-entries.service';
import { freeUseOf } from './free-use';
import { lockAccount } from './lock-account';
import { useOf } from './price-of-copies';
import { printTax } from './print-tax';
import { Reservation } from './reservation.entity';
import { policyOf } from './settings-in-force';

/** A run of which something is charged, and what. */
export interface Settled {
  readonly run: FinishedRun;
  readonly record: UsageRecord;
  readonly part: Exclude<ChargedPart, 'nothing'>;
}

/** Charges the runs of members to their accounts, when they end. */
@Injectable()
export class SettleRun {
  constructor(private readonly entries: AccountEntries) {}

  /**
   * What of a run is charged: all of one that is done; of another one what the lab decided, if an account pays. A run
   * whose job waits again in the queue costs nothing.
   */
  async partOf(manager: EntityManager, run: FinishedRun): Promise<ChargedPart> {
    if (run.outcome === 'done') return 'all';
    const { jobId, labId, isReturned = false } = run;
    if (isReturned || !(await manager.existsBy(Reservation, { jobId }))) return 'nothing';
    const { outcome, cancelledBy = null } = run;
    return chargedPartOf(await policyOf(manager, labId), { outcome, cancelledBy });
  }

  /**
   * Charges what was really used to the account that reserved the price. A print without a reservation is charged to
   * no one: its member was never told a price. Called once for each usage record, in the unit of work that makes it.
   */
  async settle(unit: Unit, { run, record, part }: Settled): Promise<void> {
    const { manager } = unit;
    const { id: usageRecordId, chargedCents } = record;
    const reservation = await manager.findOneBy(Reservation, { jobId: run.jobId });
    if (!reservation || chargedCents === null) return;
    const account = await lockAccount(unit, reservation.memberId);
    const { memberId } = account;
    const { groupId, at } = record;
    const freeUse = await freeUseOf(manager, { memberId, groupId, at, except: run.jobId });
    const measure = freeUse?.quota.measure ?? null;
    const use = useOf({ ...record, chargedCents });
    const free = freePartOf(measure ?? 'euros', freeUse?.left ?? null, use);
    const tax = await printTax(manager, parisDay(at));
    const charge = await this.charge(unit, account, record, { netCents: free.netCents, tax });
    await manager.insert(AccountCharge, {
      ...{ usageRecordId, memberId, ...charge, part, month: monthOf(parisDay(at)) },
      ...{ measure, freeAmount: free.amount, freeCents: free.freeCents, netCents: free.netCents },
      ...tax,
      at: unit.now,
    });
  }

  private async charge(unit: Unit, account: MemberAccount, record: UsageRecord, charge: NetCharge) {
    if (charge.netCents === 0) return { sequence: 0, cents: 0 };
    const price = chargeOf(await chargedSince(unit.manager, account), charge);
    const added = { kind: 'charge', cents: 0 - price, usageRecordId: record.id, by: null } as const;
    const { sequence } = await this.entries.write(unit, account, added);
    return { sequence, cents: price };
  }
}

/** What was charged since the last invoice, by row of VAT. */
async function chargedSince(
  manager: EntityManager,
  { memberId, invoicedThrough }: MemberAccount,
): Promise<ChargedSum[]> {
  const rows = await manager
    .createQueryBuilder(AccountCharge, 'charge')
    .select('charge.categoryCode', 'categoryCode')
    .addSelect('charge.rateBasisPoints', 'rateBasisPoints')
    .addSelect('SUM(charge.netCents)', 'netCents')
    .where({ memberId, sequence: MoreThan(invoicedThrough) })
    .groupBy('charge.categoryCode')
    .addGroupBy('charge.rateBasisPoints')
    .getRawMany<{ categoryCode: string; rateBasisPoints: string | number; netCents: string | number }>();
  // PostgreSQL gives bigints and sums as texts.
  return rows.map(({ categoryCode, rateBasisPoints, netCents }) => ({
    categoryCode: categoryCode as ChargedSum['categoryCode'],
    rateBasisPoints: Number(rateBasisPoints),
    netCents: cents(Number(netCents)),
  }));
}
