import { Injectable } from '@nestjs/common';
import { type AccountId, Fault, type MemberId } from '@pandafab/shared';
import { MemberContact } from '../../people/members/member.entity';
import { audit } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import { enqueue } from '../../platform/queues/outbox';
import { type Booked, type MoneyMoved, PaymentBook } from '../payments/payment-book.service';
import { AccountEntry, type MemberAccount } from './account.entities';
import { AccountEntries } from './account-entries.service';
import { sumsOf } from './account-sums';
import { coveringOf, coverJobs } from './cover-jobs.job';
import { lockAccount } from './lock-account';
import { PayInvoices } from './pay-invoices.service';

/** Money of a member that moved; without a payer it is the member. */
export type MemberMoney = Omit<MoneyMoved, 'owner' | 'payer'> & { readonly payer: string | null };

/** Everything that changes the money of an account, besides prints. Each act is one step of the caller's unit of work. */
@Injectable()
export class AccountMoney {
  constructor(
    private readonly entries: AccountEntries,
    private readonly payments: PaymentBook,
    private readonly invoices: PayInvoices,
  ) {}

  /**
   * Books money that a member paid in. It first pays invoices that the account could not pay, then prints that wait.
   * A repetition with the same key changes nothing.
   * @param by null: the service itself, as for a payment by card
   * @throws Fault PAYMENT.IN_FUTURE, PAYMENT.MEANS_UNKNOWN
   */
  async topUp(unit: Unit, by: AccountId | null, memberId: MemberId, money: MemberMoney): Promise<Booked> {
    const account = await lockAccount(unit, memberId);
    const booked = await this.payments.record(unit, by, await movedOf(unit, account, money));
    const { payment, isNew } = booked;
    if (!isNew) return booked;
    const entry = await this.entries.write(unit, account, {
      kind: 'top-up',
      cents: payment.cents,
      payment,
      by,
    });
    await note(unit, 'account.topped-up', entry);
    await this.invoices.pay(unit, account);
    await enqueue(unit, coverJobs, coveringOf(memberId));
    return booked;
  }

  /**
   * Gives back money that is not reserved for prints.
   * @throws Fault ACCOUNT.TOO_LITTLE, PAYMENT.IN_FUTURE, PAYMENT.MEANS_UNKNOWN
   */
  async refund(
    unit: Unit,
    by: AccountId,
    memberId: MemberId,
    { reason, ...money }: MemberMoney & { readonly reason: string },
  ): Promise<void> {
    const account = await lockAccount(unit, memberId);
    const moved = await movedOf(unit, account, money);
    const { balanceCents, reservedCents } = (await sumsOf(unit.manager, [memberId]))(memberId);
    const left = balanceCents - reservedCents;
    const { payment, isNew } = await this.payments.refund(unit, by, moved, reason);
    if (!isNew) return;
    if (money.cents > left) throw tooLittle(left, money.cents);
    const entry = await this.entries.write(unit, account, {
      ...{ kind: 'refund', cents: payment.cents, payment, reason, by },
    });
    await note(unit, 'account.refunded', entry);
  }

  /** Adds or takes money with a reason, without a payment. @param change below 0: taken */
  async correct(
    unit: Unit,
    by: AccountId,
    memberId: MemberId,
    { cents: change, reason }: { readonly cents: number; readonly reason: string },
  ): Promise<void> {
    const account = await lockAccount(unit, memberId);
    const entry = await this.entries.write(unit, account, { kind: 'correction', cents: change, reason, by });
    await note(unit, 'account.corrected', entry);
    if (change > 0) await enqueue(unit, coverJobs, coveringOf(memberId));
  }

  /**
   * Takes back a top-up that was wrong, with its payment. The balance may go below 0. A second call changes nothing.
   * @throws Fault ACCOUNT.NO_TOP_UP
   */
  async undoTopUp(
    unit: Unit,
    by: AccountId,
    memberId: MemberId,
    { entryId, reason }: { readonly entryId: string; readonly reason: string },
  ): Promise<void> {
    const { manager } = unit;
    const account = await lockAccount(unit, memberId);
    const wrong = await manager.findOneBy(AccountEntry, { id: entryId, memberId, kind: 'top-up' });
    if (!wrong?.paymentId) throw new Fault('ACCOUNT.NO_TOP_UP');
    const payment = await this.payments.undo(unit, by, wrong.paymentId, reason);
    if (await manager.existsBy(AccountEntry, { paymentId: payment.id })) return;
    const added = { kind: 'reversal', cents: 0 - wrong.cents, payment, reason, by } as const;
    await note(unit, 'account.top-up-undone', await this.entries.write(unit, account, added));
  }
}

async function movedOf(
  { manager }: Unit,
  { memberId, reference }: MemberAccount,
  { payer, ...money }: MemberMoney,
): Promise<MoneyMoved> {
  const contact = payer === null ? await manager.findOneBy(MemberContact, { memberId }) : null;
  return { ...money, owner: { memberId }, payer: payer ?? contact?.displayName ?? reference };
}

const tooLittle = (left: number, asked: number): Fault =>
  new Fault('ACCOUNT.TOO_LITTLE', { leftCents: Math.max(0, left), askedCents: asked });

type MoneyAct = 'account.topped-up' | 'account.refunded' | 'account.corrected' | 'account.top-up-undone';

function note(unit: Unit, action: MoneyAct, { memberId, number, cents: change, reason }: AccountEntry) {
  return audit(unit, { action, subject: ['member', memberId], after: { number, cents: change, reason } });
}
