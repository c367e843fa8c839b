import { centsOf } from './fraction';
import type { ReadInvoice } from './read-invoice';
import { type Rule, rule, unless } from './rule';

const PROCESSES = ['B1', 'S1', 'M1', 'B2', 'S2', 'M2', 'S3', 'B4', 'S4', 'M4', 'S5', 'S6', 'B7', 'S7'];
const FLOWS = ['B2B', 'B2BINT', 'B2C', 'OUTOFSCOPE', 'ARCHIVEONLY'];
const DEPOSITS = ['386', '500', '503'];
const CREDITS = ['381', '503'];

const notesWith = ({ notes }: ReadInvoice, wanted: string) => notes.filter(({ code }) => code === wanted);

/** The rules of XP Z12-012 (BR-FR) that our documents meet, by their names there. */
export const FRENCH_RULES: readonly Rule[] = [
  rule('PROFILE', 'the profile must be EN 16931', ({ profile }) => profile === 'urn:cen.eu:en16931:2017'),
  rule('BR-FR-01', 'a number has at most 35 of the characters A-Z a-z 0-9 + - _ /', ({ number }) =>
    /^[A-Za-z0-9+\-_/]{1,35}$/.test(number),
  ),
  rule('BR-FR-04', 'the type must be 380, 381, 386 or 503', ({ type }) =>
    ['380', '381', '386', '503'].includes(type),
  ),
  {
    id: 'BR-FR-05',
    faults: (invoice) =>
      ['PMT', 'PMD', 'AAB'].flatMap((code) =>
        unless(notesWith(invoice, code).length === 1, `the note ${code} must be there once`),
      ),
  },
  rule('BR-FR-08', 'the process is unknown', ({ process }) => PROCESSES.includes(process ?? '')),
  {
    id: 'BR-FR-09',
    faults: ({ seller, buyer }) =>
      [seller, buyer].flatMap(({ siren, siret }) =>
        unless(!siret || siret.startsWith(siren ?? '?'), `SIRET ${siret} is not of SIREN ${siren}`),
      ),
  },
  rule('BR-FR-10', 'the seller’s SIREN has 9 digits', ({ seller }) => /^\d{9}$/.test(seller.siren ?? '')),
  rule('BR-FR-12', 'the buyer’s electronic address is wrong', ({ buyer }) => {
    const { siren, address } = buyer;
    if (siren) return address?.scheme === '0225' && address.value.startsWith(siren);
    return !address || (address.scheme === 'EM' && address.value.includes('@'));
  }),
  rule('BR-FR-13', 'the seller’s electronic address is its SIREN', ({ seller }) =>
    Boolean(
      seller.address?.scheme === '0225' && seller.siren && seller.address.value.startsWith(seller.siren),
    ),
  ),
  rule('BR-FR-20', 'at most one note BAR, with a known flow', (invoice) => {
    const flows = notesWith(invoice, 'BAR');
    return flows.length <= 1 && flows.every(({ text }) => FLOWS.includes(text));
  }),
  rule(
    'BR-FR-CO-05',
    'a credit note names an invoice and its day',
    ({ type, cites }) =>
      !CREDITS.includes(type) ||
      (cites.length > 0 && cites.every(({ number, day }) => Boolean(number && day))),
  ),
  rule(
    'BR-FR-CO-07',
    'the due day is before the day of issue',
    ({ type, dueDay, issuedOn }) => DEPOSITS.includes(type) || !dueDay || dueDay >= issuedOn,
  ),
  rule(
    'BR-FR-CO-08',
    'a deposit is no final invoice',
    ({ type, process }) => !DEPOSITS.includes(type) || !process?.endsWith('4'),
  ),
  rule(
    'BR-FX-EN-04',
    'the day of the work or its period is missing',
    ({ type, deliveryDay, periodFrom }) => DEPOSITS.includes(type) || Boolean(deliveryDay || periodFrom),
  ),
  rule(
    'BR-CO-25',
    'an amount due needs a due day or terms',
    ({ totals, dueDay, terms }) => centsOf(totals.due) <= 0n || Boolean(dueDay || terms),
  ),
  rule('BR-61', 'a transfer needs an account', ({ meansCode, iban }) => meansCode !== '30' || Boolean(iban)),
  rule(
    'BR-29',
    'a period ends before it begins',
    ({ periodFrom, periodTo }) => !periodFrom || !periodTo || periodFrom <= periodTo,
  ),
  rule(
    'POSITIVE',
    'a total is never negative; credit notes have positive figures',
    ({ totals }) => centsOf(totals.gross) >= 0n,
  ),
];
