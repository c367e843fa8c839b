import {
  type BatchId,
  type GroupId,
  type JobId,
  type MemberId,
  newId,
  type PrestationId,
} from '@pandafab/shared';
import type { HttpClient, TestAccount, TestDatabase } from '@pandafab/testing';
import { BillingService } from '../../../apps/server/src/money/billing.service';
import { AccountEntry } from '../../../apps/server/src/money/member-accounts/account.entities';
import { Reservation } from '../../../apps/server/src/money/member-accounts/reservation.entity';
import { ReadDatabase } from '../../../apps/server/src/platform/persistence/read-database';
import { Batch, Job } from '../../../apps/server/src/production/jobs/job.entities';
import { UNTOUCHED } from '../../../apps/server/src/production/jobs/queue/job-conditions';
import { BillingWorld } from '../fixtures/billing-world';

export interface AccountView {
  readonly reference: string | null;
  readonly balanceCents: number;
  readonly reservedCents: number;
  readonly allowanceCents: number;
  readonly availableCents: number;
  readonly uninvoicedCents: number;
  readonly freeUse: { measure: string; amount: number; left: number } | null;
  readonly invoices: { documentId: string; number: string; cents: number }[];
  readonly code?: string;
  readonly detail?: string;
}

const NOTHING = { cancelledByMaker: 'nothing', cancelledByStaff: 'nothing', failed: 'nothing' };
export const SETTINGS = {
  ...{ isOn: true, defaultAllowanceCents: 0, invoicesMonthly: false, quotas: {}, policy: NOTHING },
};

/** A network whose members pay: 20 % of VAT, 1 € of set-up, 2.50 € for an hour, 83.40 € for 1000 g. */
export class AccountsWorld {
  private constructor(
    readonly billing: BillingWorld,
    readonly maker: TestAccount,
  ) {}

  static async open(database: TestDatabase): Promise<AccountsWorld> {
    const billing = await BillingWorld.open(database);
    await billing.publishTariff();
    const vat = { regime: 'taxable', rateBasisPoints: 2_000 };
    await billing.recordSeller({ vat });
    return new AccountsWorld(billing, await billing.server.accountWith('maker'));
  }

  get server() {
    return this.billing.server;
  }

  get client(): HttpClient {
    return this.maker.client;
  }

  set = (change: object = {}) => this.billing.ask('PUT', '/account-settings', { ...SETTINGS, ...change });

  staff = (memberId: MemberId, act: string, body: object = {}, method = 'POST') =>
    this.billing.ask<AccountView>(method, `/member-accounts/${memberId}/${act}`, body);

  topUp = (memberId: MemberId, cents: number, change: object = {}) =>
    this.staff(memberId, 'top-ups', { cents, means: 'cash', ...change });

  account = async (memberId: MemberId): Promise<AccountView> =>
    (await this.billing.ask<AccountView>('GET', `/member-accounts/${memberId}`)).body;

  entries = (memberId: MemberId): Promise<AccountEntry[]> =>
    this.server.app
      .get(ReadDatabase)
      .of(AccountEntry)
      .find({ where: { memberId }, order: { sequence: 'ASC' } });

  reservation = (jobId: string): Promise<Reservation | null> =>
    this.server.app
      .get(ReadDatabase)
      .of(Reservation)
      .findOneBy({ jobId: jobId as JobId });

  /** Jobs that come into the queue, as a submission makes them, of one hour and 10 g: 1 + 2.50 + 0.83 €, with tax 5.20 €. */
  async queue(whose: { memberId: MemberId; groupId?: GroupId; prestationId?: PrestationId }, copies = 1) {
    const jobIds = Array.from({ length: copies }, () => newId<JobId>());
    const { memberId, groupId = null, prestationId = null } = whose;
    const usage = { seconds: 3_600, materials: [{ material: 'PLA', milligrams: 10_000 }] };
    await this.billing.write(async (unit) => {
      const { manager, now: createdAt } = unit;
      const batchId = newId<BatchId>();
      const submittedBy = this.maker.accountId;
      await manager.insert(Batch, { id: batchId, memberId, submittedBy, quantity: copies, createdAt });
      const times = { createdAt, changedAt: createdAt };
      const of = { batchId, memberId, groupId, prestationId, ...this.billing.place, ...UNTOUCHED, ...times };
      await manager.insert(
        Job,
        jobIds.map((id) => ({ id, ...of, state: 'queued' as const, rank: id })),
      );
      await this.server.app
        .get(BillingService)
        .reserve(unit, [{ whose: { memberId, groupId, prestationId }, jobIds, usage }]);
    });
    return jobIds;
  }
}
