import { Injectable } from '@nestjs/common';
import type { ExpectedUsage, FinishedRun, PaidBy } from '@pandafab/domain';
import type { AccountId, GroupId, JobId, PrestationId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { Unit } from '../platform/persistence/unit';
import { prestationOfGroup } from './member-accounts/group-prestation';
import { type Payer, payerOf } from './member-accounts/payer';
import { type PaymentOfPrint, type PrintToPay, paymentOfPrint } from './member-accounts/payment-of-print';
import { reserve } from './member-accounts/reserve';
import { SettleRun } from './member-accounts/settle-run.service';
import type { Prestation } from './prestations/prestation.entities';
import { openPrestation } from './prestations/prestation-lines';
import { UsageService } from './pricing/usage.service';
import type { Estimate } from './pricing/usage-record.dto';
import type { UsageRecord } from './pricing/usage-record.entity';

/** Copies of a print whose price may be reserved. */
export interface JobsToPay {
  readonly whose: PaidBy;
  readonly jobIds: readonly JobId[];
  readonly usage: ExpectedUsage;
}

/** The functions of billing that other modules call, in their own units of work. */
@Injectable()
export class BillingService {
  constructor(
    private readonly usage: UsageService,
    private readonly settling: SettleRun,
  ) {}

  /**
   * Records and prices the usage of a run, and charges it to the account that reserved its price; null if nothing of it
   * is charged, or it was already recorded. Call it after the run's material movements are booked.
   */
  async recordUsage(unit: Unit, run: FinishedRun): Promise<UsageRecord | null> {
    const part = await this.settling.partOf(unit.manager, run);
    if (part === 'nothing') return null;
    const record = await this.usage.recordUsage(unit, run, part);
    if (record) await this.settling.settle(unit, { run, record, part });
    return record;
  }

  /** The value of a print now, and the amount that would be charged; null if the network has no tariff. */
  async estimate(manager: EntityManager, whose: PaidBy, usage: ExpectedUsage): Promise<Estimate | null> {
    return this.estimateFor(manager, await payerOf(manager, whose), whose, usage);
  }

  /** Who pays for a submission, and what the account that pays covers. */
  async paymentOf(manager: EntityManager, print: PrintToPay): Promise<PaymentOfPrint> {
    return paymentOfPrint(manager, await payerOf(manager, print.whose), print);
  }

  /**
   * Reserves the prices of jobs that come into the queue, where an account pays and the print costs something. It locks
   * the accounts: call it before a lab is locked.
   */
  async reserve(unit: Unit, asked: readonly JobsToPay[]): Promise<void> {
    const { manager } = unit;
    const found = [];
    for (const { whose, jobIds, usage } of asked) {
      const payer = await payerOf(manager, whose);
      if (payer.kind !== 'account') continue;
      const estimate = await this.estimateFor(manager, payer, whose, usage);
      if (!estimate?.chargedCents) continue;
      found.push({ memberId: payer.memberId, groupId: whose.groupId, jobIds, estimate });
    }
    // Always in the same order, so that two units of work that lock the same accounts never deadlock.
    found.sort((a, b) => (a.memberId < b.memberId ? -1 : 1));
    for (const each of found) await reserve(unit, each);
  }

  /**
   * The prestation to which a print for this group is added, if the group's organisation pays; else null. Locked until
   * the unit of work ends.
   */
  async prestationOf(unit: Unit, by: AccountId, groupId: GroupId | null): Promise<PrestationId | null> {
    return groupId === null ? null : prestationOfGroup(unit, by, groupId);
  }

  /**
   * The prestation that pays for a job. Locked: it cannot be invoiced before this unit of work ends.
   * @throws Fault BILLING.PRESTATION_UNKNOWN, BILLING.ALREADY_INVOICED, PRESTATION.CANCELLED, PRESTATION.DELIVERED.
   */
  openPrestation(unit: Unit, id: PrestationId): Promise<Prestation> {
    return openPrestation(unit, id);
  }

  private estimateFor(manager: EntityManager, { kind }: Payer, whose: PaidBy, usage: ExpectedUsage) {
    return this.usage.estimate(manager, whose, usage, kind === 'organisation' ? 'organisation' : undefined);
  }
}
