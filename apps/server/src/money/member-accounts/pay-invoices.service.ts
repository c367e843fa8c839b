import { Injectable } from '@nestjs/common';
import type { MemberId, OrganisationId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import type { Unit } from '../../platform/persistence/unit';
import { parisDay } from '../kit/paris';
import { balanceOf } from '../payments/balances';
import { type OpenDocument, openDocuments } from '../payments/open-documents';
import { PaymentBook } from '../payments/payment-book.service';
import { AccountEntry, AccountInvoice, type MemberAccount } from './account.entities';

/**
 * Pays invoices over a member's prints with the money that the member has paid in. Two entries of the means `account`
 * move it from the member to the client that stands for the member on invoices.
 */
@Injectable()
export class PayInvoices {
  constructor(private readonly payments: PaymentBook) {}

  /**
   * The oldest first, as far as the money goes. What is left open is paid by the next top-up.
   * @param account locked by the caller
   */
  async pay(unit: Unit, { memberId, reference, organisationId }: MemberAccount): Promise<void> {
    if (organisationId === null) return;
    const { manager } = unit;
    const open = await openDocuments(manager, { organisationId });
    const own = await manager.findBy(AccountInvoice, { memberId, documentId: In(open.map(({ id }) => id)) });
    const ids = new Set(own.map(({ documentId }) => documentId));
    for (const document of open.filter(({ id, openCents }) => ids.has(id) && openCents > 0)) {
      const held = (await balanceOf(manager, { memberId })) + (await correctionsOf(manager, memberId));
      const cents = Math.min(held, document.openCents);
      if (cents > 0) await this.move(unit, document, { memberId, reference, organisationId, cents });
    }
  }

  private async move(unit: Unit, { id: documentId, number }: OpenDocument, from: Moved): Promise<void> {
    const { memberId, reference, organisationId, cents } = from;
    const moved = {
      ...{ cents, paidOn: parisDay(unit.now), payer: reference, reference: number, note: null, key: null },
      means: 'account' as const,
    };
    await this.payments.refund(unit, null, { ...moved, owner: { memberId } }, number);
    await this.payments.record(unit, null, { ...moved, owner: { organisationId } }, [{ documentId, cents }]);
  }
}

/** Corrections are money of the account too, which no payment brought. */
async function correctionsOf(manager: EntityManager, memberId: MemberId): Promise<number> {
  // PostgreSQL gives sums as texts.
  return Number((await manager.sum(AccountEntry, 'cents', { memberId, kind: 'correction' })) ?? 0);
}

interface Moved extends Pick<MemberAccount, 'memberId' | 'reference'> {
  readonly organisationId: OrganisationId;
  readonly cents: number;
}
