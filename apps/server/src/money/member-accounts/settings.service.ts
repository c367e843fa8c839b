import { Inject, Injectable } from '@nestjs/common';
import type { SettlementPolicy } from '@pandafab/domain';
import { type AccountId, type Clock, Fault, type JobId, type LabId } from '@pandafab/shared';
import { In } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { MemberCategory } from '../../people/categories/member-category.entity';
import { audit, difference } from '../../platform/audit/audit';
import { CLOCK } from '../../platform/kit/config';
import { ReadDatabase } from '../../platform/persistence/read-database';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { parisDay } from '../kit/paris';
import { sellerOn } from '../seller/seller.service';
import { FundedJobs } from './funded-jobs';
import { Reservation } from './reservation.entity';
import { AccountSettings, LabSettlement, THE_NETWORK } from './settings.entities';
import { type AccountRules, accountRules } from './settings-in-force';

/** How members pay, and what labs charge for runs that end otherwise. */
@Injectable()
export class AccountSettingsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly funded: FundedJobs,
  ) {}

  get(): Promise<AccountRules> {
    return accountRules(this.database.manager);
  }

  /**
   * Replaces the settings. Where payment by account is switched off, jobs that wait for money begin.
   * @throws Fault CATEGORY.UNKNOWN, BILLING.SELLER_MISSING: the VAT of prints must be known before they are charged
   */
  async set(by: AccountId, rules: AccountRules): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager, now } = unit;
      for (const code of Object.keys(rules.quotas))
        if (!(await manager.existsBy(MemberCategory, { code })))
          throw new Fault('CATEGORY.UNKNOWN', { code });
      if (rules.isOn) await sellerOn(manager, parisDay(this.clock.now()));
      const changed = difference(await accountRules(manager), rules);
      if (!changed) return;
      const row = { id: THE_NETWORK, ...rules, changedBy: by, changedAt: now } as const;
      await manager.upsert(AccountSettings, row, ['id']);
      await audit(unit, {
        action: 'accounts.settings-changed',
        subject: ['account-settings', null],
        ...changed,
      });
      if (!rules.isOn) await this.funded.tell(unit, await releaseWaiting(unit));
    });
  }

  /** @returns null where the lab follows the network @throws Fault LAB.UNKNOWN */
  async policy(labId: LabId): Promise<SettlementPolicy | null> {
    const { manager } = this.database;
    if (!(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
    return (await manager.findOneBy(LabSettlement, { labId }))?.policy ?? null;
  }

  /** @param policy null: the lab follows the network @throws Fault LAB.UNKNOWN */
  async setPolicy(labId: LabId, policy: SettlementPolicy | null): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      if (!(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
      const before = (await manager.findOneBy(LabSettlement, { labId }))?.policy ?? null;
      const changed = difference({ policy: before }, { policy });
      if (!changed) return;
      if (policy) await manager.upsert(LabSettlement, { labId, policy }, ['labId']);
      else await manager.delete(LabSettlement, { labId });
      await audit(unit, { action: 'lab.settlement-changed', subject: ['lab', labId], labId, ...changed });
    });
  }
}

async function releaseWaiting({ manager, now }: Unit): Promise<JobId[]> {
  const waiting = await manager.findBy(Reservation, { state: 'waiting' });
  const jobIds = waiting.map(({ jobId }) => jobId);
  if (jobIds.length > 0)
    await manager.update(Reservation, { jobId: In(jobIds) }, { state: 'released', releasedAt: now });
  return jobIds;
}
