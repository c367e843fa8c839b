import {
  type AccountId,
  type Clock,
  Fault,
  type InvoiceId,
  newId,
  type PrestationId,
} from '@pandafab/shared';
import { type EntityManager, In, IsNull } from 'typeorm';
import { audit } from '../../audit/audit';
import { Job } from '../../jobs/job.entities';
import { Organisation } from '../../organisations/organisation.entity';
import { takeNumber } from '../document-numbers';
import { addDays } from '../paris';
import { Prestation, type PrestationLine } from '../prestations/prestation.entities';
import { linesOf, lockPrestation } from '../prestations/prestation-lines';
import { sellerOn } from '../seller/seller.service';
import { UsageRecord } from '../usage/usage-record.entity';
import { composeInvoice } from './compose-invoice';
import { Invoice, InvoiceLine } from './invoice.entities';

export interface IssuedInvoice {
  readonly invoice: Invoice;
  /** False when the prestation had been invoiced before: this is that invoice. */
  readonly isNew: boolean;
}

/**
 * Invoices a prestation, in the caller's unit of work: number, frozen copy and state together, or nothing at all.
 * Asked a second time it answers the same invoice.
 * @throws Fault REQUEST.NOT_FOUND and the BILLING.* that say what is missing.
 */
export async function issueInvoice(
  manager: EntityManager,
  clock: Clock,
  issuedBy: AccountId,
  prestationId: PrestationId,
): Promise<IssuedInvoice> {
  const prestation = await lockPrestation(manager, clock, prestationId);
  if (!prestation) throw new Fault('REQUEST.NOT_FOUND', { path: `/api/v1/prestations/${prestationId}` });
  const earlier = await manager.findOneBy(Invoice, { prestationId });
  if (earlier) return { invoice: earlier, isNew: false };
  const lines = await invoiceableLines(manager, prestation);
  const invoice = await freeze(manager, clock, issuedBy, prestation, lines);
  await manager.update(Prestation, { id: prestationId }, { state: 'invoiced' });
  const { id, number, grossCents } = invoice;
  const after = { number, prestationId, grossCents };
  await audit(manager, clock, { action: 'invoice.issued', subject: ['invoice', id], after });
  return { invoice, isNew: true };
}

/** @throws Fault BILLING.PRINTS_PENDING, BILLING.NO_TARIFF, BILLING.NOTHING_TO_INVOICE. */
async function invoiceableLines(manager: EntityManager, prestation: Prestation): Promise<PrestationLine[]> {
  const { id: prestationId, reference } = prestation;
  const state = In(['analysing', 'queued', 'running']);
  const count = await manager.countBy(Job, { prestationId, state });
  if (count > 0) throw new Fault('BILLING.PRINTS_PENDING', { reference, count });
  if (await manager.existsBy(UsageRecord, { prestationId, tariffVersionId: IsNull() }))
    throw new Fault('BILLING.NO_TARIFF', { reference });
  const lines = await linesOf(manager, prestationId);
  if (!lines.some(({ netCents }) => netCents > 0))
    throw new Fault('BILLING.NOTHING_TO_INVOICE', { reference });
  return lines;
}

async function freeze(
  manager: EntityManager,
  clock: Clock,
  issuedBy: AccountId,
  prestation: Prestation,
  prestationLines: readonly PrestationLine[],
): Promise<Invoice> {
  const { number, issuedOn } = await takeNumber(manager, clock, 'FA');
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
    issuedAt: clock.now(),
  };
  await manager.insert(Invoice, invoice);
  await manager.insert(
    InvoiceLine,
    lines.map((line) => ({ ...line, id: newId<string>(), invoiceId: invoice.id })),
  );
  return invoice;
}
