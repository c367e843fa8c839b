import { type AccountId, Fault, type InvoiceId, newId, type PrestationId } from '@pandafab/shared';
import { type EntityManager, IsNull } from 'typeorm';
import { Organisation } from '../../people/organisations/organisation.entity';
import { audit } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import { addDays } from '../kit/paris';
import { takeNumber } from '../numbers/document-numbers';
import { markInvoiced } from '../prestations/order-steps';
import type { Prestation, PrestationLine } from '../prestations/prestation.entities';
import { linesOf, lockPrestation } from '../prestations/prestation-lines';
import { UsageRecord } from '../pricing/usage-record.entity';
import { sellerOn } from '../seller/seller.service';
import { composeInvoice } from './compose-invoice';
import { Invoice, InvoiceLine } from './invoice.entities';
import type { IssuingBlockers } from './issuing-blockers';

export interface IssuedInvoice {
  readonly invoice: Invoice;
  /** False if the prestation was already invoiced: this is that invoice. */
  readonly isNew: boolean;
}

/**
 * Invoices a prestation, in the caller's unit of work: number, frozen copy and state are written together or not at
 * all. Idempotent: a second call returns the same invoice.
 * @throws Fault REQUEST.NOT_FOUND and the BILLING.* codes for what is missing.
 */
export async function issueInvoice(
  unit: Unit,
  blockers: IssuingBlockers,
  issuedBy: AccountId,
  prestationId: PrestationId,
): Promise<IssuedInvoice> {
  const { manager } = unit;
  const prestation = await lockPrestation(unit, prestationId);
  if (!prestation) throw new Fault('REQUEST.NOT_FOUND', { path: `/api/v1/prestations/${prestationId}` });
  const earlier = await manager.findOneBy(Invoice, { prestationId });
  if (earlier) return { invoice: earlier, isNew: false };
  await blockers.demandNone(manager, prestation);
  const lines = await invoiceableLines(manager, prestation);
  const invoice = await freeze(unit, issuedBy, prestation, lines);
  await markInvoiced(unit, prestation);
  const { id, number, grossCents } = invoice;
  const after = { number, prestationId, grossCents };
  await audit(unit, { action: 'invoice.issued', subject: ['invoice', id], after });
  return { invoice, isNew: true };
}

/** @throws Fault BILLING.NO_TARIFF, BILLING.NOTHING_TO_INVOICE. */
async function invoiceableLines(manager: EntityManager, prestation: Prestation): Promise<PrestationLine[]> {
  const { id: prestationId, reference } = prestation;
  if (await manager.existsBy(UsageRecord, { prestationId, tariffVersionId: IsNull() }))
    throw new Fault('BILLING.NO_TARIFF', { reference });
  const lines = await linesOf(manager, prestationId);
  if (!lines.some(({ netCents }) => netCents > 0))
    throw new Fault('BILLING.NOTHING_TO_INVOICE', { reference });
  return lines;
}

async function freeze(
  unit: Unit,
  issuedBy: AccountId,
  prestation: Prestation,
  prestationLines: readonly PrestationLine[],
): Promise<Invoice> {
  const { manager, now } = unit;
  const { number, issuedOn } = await takeNumber(unit, 'invoice');
  const { settings: seller } = await sellerOn(manager, issuedOn);
  const organisation = await manager.findOneByOrFail(Organisation, { id: prestation.organisationId });
  const { lines, totals, operationCategory, mentions, ...rest } = composeInvoice(
    prestationLines,
    seller,
    organisation,
  );
  const { reference, title, purchaseOrder, organisationId } = prestation;
  const { vat, netCents, vatCents, grossCents } = totals;
  const invoice: Invoice = {
    id: newId<InvoiceId>(),
    number,
    prestationId: prestation.id,
    ...{ organisationId, reference, title, purchaseOrder, issuedOn },
    dueOn: addDays(issuedOn, seller.paymentTermDays),
    ...rest,
    ...{ seller, mentions: [...mentions], operationCategory, currency: 'EUR' },
    ...{ vat: [...vat], netCents, vatCents, grossCents },
    issuedBy,
    issuedAt: now,
  };
  await manager.insert(Invoice, invoice);
  await manager.insert(
    InvoiceLine,
    lines.map((line) => ({ ...line, id: newId<string>(), invoiceId: invoice.id })),
  );
  return invoice;
}
