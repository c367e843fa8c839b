import type { MemberId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { PaperDocument } from '../documents/document.entities';
import type { Day } from '../kit/paris';
import { AccountCharge, AccountInvoice, MemberAccount } from './account.entities';
import { sellerOrNull } from './print-tax';

/** By member: what was charged since the last invoice, with tax. */
export async function uninvoicedOf(
  manager: EntityManager,
  memberIds: readonly MemberId[],
): Promise<ReadonlyMap<MemberId, number>> {
  if (memberIds.length === 0) return new Map();
  const rows = await manager
    .createQueryBuilder(AccountCharge, 'charge')
    .innerJoin(MemberAccount, 'account', 'account.memberId = charge.memberId')
    .select('charge.memberId', 'memberId')
    .addSelect('SUM(charge.cents)', 'cents')
    .where('charge.sequence > account.invoicedThrough AND charge.memberId IN (:...memberIds)', { memberIds })
    .groupBy('charge.memberId')
    .getRawMany<{ memberId: MemberId; cents: string | number }>();
  // PostgreSQL gives sums as texts.
  return new Map(rows.map(({ memberId, cents }) => [memberId, Number(cents)]));
}

/** Where members transfer money to; null without a bank account in the seller's settings. */
export async function bankOn(manager: EntityManager, day: Day) {
  const seller = await sellerOrNull(manager, day);
  if (!seller?.settings.iban) return null;
  const { name, iban, bic } = seller.settings;
  return { name, iban, bic };
}

/** The newest first. */
export async function invoicesOf(manager: EntityManager, memberId: MemberId) {
  const invoices = await manager.find(AccountInvoice, { where: { memberId }, order: { createdAt: 'DESC' } });
  const papers = await manager.find(PaperDocument, {
    select: { id: true, number: true, issuedOn: true },
    where: { id: In(invoices.map(({ documentId }) => documentId)) },
  });
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  return invoices.map(({ documentId, cents }) => {
    const { number = null, issuedOn = null } = byId.get(documentId) ?? {};
    return { documentId, number: number ?? '', issuedOn: issuedOn ?? '', cents };
  });
}
