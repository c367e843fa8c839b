import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, Fault, type MemberId } from '@pandafab/shared';
import { Member } from '../../people/members/member.entity';
import { audit, difference } from '../../platform/audit/audit';
import { CLOCK } from '../../platform/kit/config';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { enqueue } from '../../platform/queues/outbox';
import { parisDay } from '../kit/paris';
import type { CorrectAccountDto, RefundMemberDto, SetAllowanceDto, TopUpDto } from './account.dto';
import { MemberAccount } from './account.entities';
import { AccountMoney } from './account-money.service';
import { coveringOf, coverJobs } from './cover-jobs.job';
import { lockAccount } from './lock-account';

/** What staff do with the accounts of members. Each act is one unit of work. */
@Injectable()
export class AccountsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly money: AccountMoney,
  ) {}

  /** Opens an account, so that it has a reference for transfers; nothing for one that is open. */
  async open(memberId: MemberId): Promise<void> {
    await this.run(memberId, async (unit) => {
      if (await unit.manager.existsBy(MemberAccount, { memberId })) return;
      const { reference } = await lockAccount(unit, memberId);
      await audit(unit, { action: 'prepaid.opened', subject: ['member', memberId], after: { reference } });
    });
  }

  /** @throws Fault MEMBER.UNKNOWN, and those of `AccountMoney.topUp` */
  async topUp(by: AccountId, memberId: MemberId, body: TopUpDto): Promise<void> {
    const moved = this.dated(memberId, body);
    await this.run(memberId, (unit) => this.money.topUp(unit, by, memberId, moved));
  }

  /** @throws Fault MEMBER.UNKNOWN, and those of `AccountMoney.refund` */
  async refund(by: AccountId, memberId: MemberId, { reason, ...body }: RefundMemberDto): Promise<void> {
    const moved = { ...this.dated(memberId, body), reason };
    await this.run(memberId, (unit) => this.money.refund(unit, by, memberId, moved));
  }

  /** @throws Fault MEMBER.UNKNOWN */
  async correct(by: AccountId, memberId: MemberId, body: CorrectAccountDto): Promise<void> {
    await this.run(memberId, (unit) => this.money.correct(unit, by, memberId, body));
  }

  /** @throws Fault MEMBER.UNKNOWN, ACCOUNT.NO_TOP_UP */
  async undoTopUp(by: AccountId, memberId: MemberId, entryId: string, reason: string): Promise<void> {
    await this.run(memberId, (unit) => this.money.undoTopUp(unit, by, memberId, { entryId, reason }));
  }

  /** Prints that wait may begin with a higher allowance; those that were reserved stay so. @throws Fault MEMBER.UNKNOWN */
  async setAllowance(memberId: MemberId, { allowanceCents, reason }: SetAllowanceDto): Promise<void> {
    await this.run(memberId, async (unit) => {
      const account = await lockAccount(unit, memberId);
      const changed = difference({ allowanceCents: account.allowanceCents }, { allowanceCents });
      if (!changed) return;
      await unit.manager.update(MemberAccount, { memberId }, { allowanceCents });
      const after = { ...changed.after, reason };
      const subject = ['member', memberId] as const;
      await audit(unit, { action: 'account.allowance-changed', subject, before: changed.before, after });
      await enqueue(unit, coverJobs, coveringOf(memberId));
    });
  }

  private run<Result>(memberId: MemberId, work: (unit: Unit) => Promise<Result>): Promise<Result> {
    return this.unitOfWork.run(async (unit) => {
      if (!(await unit.manager.existsBy(Member, { id: memberId }))) throw new Fault('MEMBER.UNKNOWN');
      return work(unit);
    });
  }

  private dated(memberId: MemberId, { cents, means, paidOn, reference, note, key }: TopUpDto) {
    const day = paidOn ?? parisDay(this.clock.now());
    const ofRequest = key === null ? null : `member-request:${memberId}:${key}`;
    return { cents, means, paidOn: day, payer: null, reference, note, key: ofRequest };
  }
}
