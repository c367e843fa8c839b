import { Injectable } from '@nestjs/common';
import { type AccountId, type DocumentId, Fault, type MemberId } from '@pandafab/shared';
import { Between, In } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { ChainWriter } from '../documents/chain-writer';
import type { PaperDocument } from '../documents/document.entities';
import { DocumentFilesService } from '../documents/document-files.service';
import { insertDraft } from '../documents/drafts.service';
import { issueDocument } from '../documents/issue-document';
import { IssuingBlockers } from '../documents/issuing-blockers';
import { createPrestation } from '../prestations/create-prestation';
import { UsageRecord } from '../pricing/usage-record.entity';
import { AccountCharge, AccountInvoice, MemberAccount } from './account.entities';
import { clientOf } from './account-client';
import { appendCharge, type ChargedPrint } from './invoice-lines';
import { lockAccount } from './lock-account';
import { PayInvoices } from './pay-invoices.service';

const TITLE = 'Impressions 3D';

/** Invoices to private persons, over what was charged to their accounts. */
@Injectable()
export class AccountInvoices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly blockers: IssuingBlockers,
    private readonly chain: ChainWriter,
    private readonly files: DocumentFilesService,
    private readonly paying: PayInvoices,
  ) {}

  /**
   * Makes the invoice over all charges since the last one: client order, lines, number, link of the chain and payment
   * from the account are written together or not at all. Its files are made after the commit.
   * @param by the person in whose name it is made
   * @throws Fault ACCOUNT.NOTHING_TO_INVOICE, ACCOUNT.NO_ADDRESS, ACCOUNT.INVOICE_DIFFERS, and those of `issueDocument`
   */
  async invoice(by: AccountId, memberId: MemberId): Promise<{ id: DocumentId; number: string }> {
    const issued = await this.unitOfWork.run((unit) => this.invoiceIn(unit, by, memberId));
    await this.files.tryMake(issued);
    const { id, number } = issued;
    return { id, number };
  }

  private async invoiceIn(unit: Unit, by: AccountId, memberId: MemberId) {
    const { manager, now } = unit;
    const account = await lockAccount(unit, memberId);
    const prints = await chargedPrints(unit, account);
    if (prints.length === 0) throw new Fault('ACCOUNT.NOTHING_TO_INVOICE');
    const organisationId = await clientOf(unit, account);
    const issued = await this.issue(unit, by, organisationId, prints);
    const paidCents = prints.reduce((sum, { charge }) => sum + charge.cents, 0);
    if (issued.grossCents !== paidCents) throw differs(issued.grossCents, paidCents);
    await manager.insert(AccountInvoice, {
      ...{ documentId: issued.id, memberId, fromSequence: account.invoicedThrough + 1 },
      ...{ throughSequence: account.entries, cents: paidCents, createdAt: now },
    });
    await manager.update(MemberAccount, { memberId }, { invoicedThrough: account.entries });
    await this.paying.pay(unit, { ...account, organisationId });
    const after = { number: issued.number, cents: paidCents };
    await audit(unit, { action: 'account.invoiced', subject: ['member', memberId], after });
    return issued;
  }

  private async issue(
    unit: Unit,
    by: AccountId,
    organisationId: NonNullable<MemberAccount['organisationId']>,
    prints: readonly ChargedPrint[],
  ) {
    // The print happened here, wherever the person's address is: it was charged with the VAT of prints in France.
    const asked = { organisationId, title: TITLE, vatCase: 'domestic' } as const;
    const prestation = await createPrestation(unit, by, asked);
    for (const print of prints) await appendCharge(unit, prestation, print);
    const draft: PaperDocument = await insertDraft(unit, by, prestation, { kind: 'invoice', request: {} });
    const { blockers, chain } = this;
    return issueDocument(unit, { blockers, chain }, by, prestation, draft);
  }
}

/** The prints that were charged since the last invoice, in the order of their entries. A free print is none of them. */
async function chargedPrints(
  { manager }: Unit,
  { memberId, invoicedThrough, entries }: MemberAccount,
): Promise<ChargedPrint[]> {
  const charges = await manager.find(AccountCharge, {
    where: { memberId, sequence: Between(invoicedThrough + 1, entries) },
    order: { sequence: 'ASC' },
  });
  const ids = charges.map(({ usageRecordId }) => usageRecordId);
  const records = await manager.findBy(UsageRecord, { id: In(ids) });
  const byId = new Map(records.map((record) => [record.id, record]));
  return charges.flatMap((charge) => {
    const record = byId.get(charge.usageRecordId);
    return record ? [{ charge, record }] : [];
  });
}

const differs = (invoiceCents: number | null, paidCents: number): Fault =>
  new Fault('ACCOUNT.INVOICE_DIFFERS', {
    invoiceCents: invoiceCents ?? 0,
    paidCents,
  });
