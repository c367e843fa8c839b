import { flawsOfTable } from '../transition-table';
import { invoiceTable, nextInvoiceState } from './invoice-state';
import { acceptsPrints, nextOrderState, ORDER_EVENTS, ORDER_STATES, orderTable } from './order-state';
import { nextQuoteState, QUOTE_STATES, quoteTable } from './quote-state';

it('the tables of documents and client orders are sound', () => {
  expect(flawsOfTable(quoteTable)).toEqual([]);
  expect(flawsOfTable(orderTable)).toEqual([]);
  expect(flawsOfTable(invoiceTable)).toEqual([]);
});

describe('a quote', () => {
  it('is accepted or refused after it was sent, and only then', () => {
    expect(nextQuoteState('draft', 'sent')).toBe('sent');
    expect(nextQuoteState('sent', 'accepted')).toBe('accepted');
    expect(nextQuoteState('draft', 'accepted')).toBeUndefined();
    expect(nextQuoteState('sent', 'sent')).toBeUndefined();
  });

  it('can no longer be accepted once a newer version was sent, or its last day has passed', () => {
    expect(nextQuoteState('sent', 'replaced')).toBe('expired');
    expect(nextQuoteState('sent', 'expired')).toBe('expired');
    expect(nextQuoteState('expired', 'accepted')).toBeUndefined();
  });

  it('is never changed by anything after acceptance', () => {
    for (const state of QUOTE_STATES.slice(2)) expect(nextQuoteState(state, 'refused')).toBeUndefined();
  });
});

describe('a client order', () => {
  it('goes from preparation to invoice, with steps left out for a client who walks in', () => {
    expect(nextOrderState('preparing', 'confirm')).toBe('confirmed');
    expect(nextOrderState('confirmed', 'start')).toBe('in-progress');
    expect(nextOrderState('in-progress', 'deliver')).toBe('delivered');
    expect(nextOrderState('delivered', 'invoice')).toBe('invoiced');
    expect(nextOrderState('preparing', 'invoice')).toBe('invoiced');
  });

  it('is not cancelled once invoiced: it is reopened first', () => {
    expect(nextOrderState('invoiced', 'cancel')).toBeUndefined();
    expect(nextOrderState('invoiced', 'reopen')).toBe('in-progress');
    for (const event of ORDER_EVENTS) expect(nextOrderState('cancelled', event)).toBeUndefined();
  });

  it('takes prints until it is delivered', () => {
    expect(ORDER_STATES.filter(acceptsPrints)).toEqual(['preparing', 'confirmed', 'in-progress']);
  });
});

it('an issued document stays issued', () => {
  expect(nextInvoiceState('draft', 'issued')).toBe('issued');
  expect(nextInvoiceState('issued', 'issued')).toBeUndefined();
});
