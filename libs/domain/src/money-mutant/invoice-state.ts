import { soundTable } from '../transition-table';

/**
 * Deposits, invoices and credit notes. An issued document is never cancelled: a credit note corrects it. Whether it is
 * paid is computed, never stored.
 */
export const INVOICE_STATES = ['draft', 'issued'] as const;
export type InvoiceState = (typeof INVOICE_STATES)[number];
export type InvoiceEvent = 'issued';

export const invoiceTable = soundTable<InvoiceState, InvoiceEvent>({
  initial: 'draft',
  ends: ['issued'],
  next: { draft: { issued: 'issued' }, issued: { issued: null } },
});

/** The state after `event`, or undefined when the event is refused in `state`. */
export const nextInvoiceState = (state: InvoiceState, event: InvoiceEvent): InvoiceState | undefined =>
  invoiceTable.next[state][event] ?? undefined;
