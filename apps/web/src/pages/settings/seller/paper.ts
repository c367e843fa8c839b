import { typesetFrench } from '../../../../../../libs/shared/src/typography';
import { parseDecimal } from '../../../parts/decimal';
import { rateText, readActivities } from './activities';
import { CASE_CODES, type Case } from './defaults';
import { CASE_FIELDS, sirenOf, type Values } from './values';

// The words of the invoice itself, as the server prints them (money/rendering): in French, whatever language the page has.
const EXAMPLE_CENTS = 1000;

const euros = (cents: number): string =>
  new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(cents / 100);

const joined = (between: string, ...texts: readonly string[]): string => texts.filter(Boolean).join(between);

/** The lines under the name at the top of an invoice. */
export const headOf = (values: Values): string[] =>
  [
    values.addressLine,
    joined(' ', values.postcode, values.city),
    joined(' · ', values.legalForm, values.rna && `RNA ${values.rna}`),
    values.siret && `SIRET ${values.siret}`,
    values.vatNumber && `N° de TVA ${values.vatNumber}`,
    joined(' · ', values.phone, values.email, values.website),
  ].filter(Boolean);

/** For whom the example is: each kind of client reads other sentences. */
export const READERS = ['business', 'person', 'union', 'world'] as const;
export type Reader = (typeof READERS)[number];

interface Tax {
  /** Per cent; 0: not taxed. */
  readonly rate: number;
  readonly why: string;
  /** Without the sentence that the law wants, the document cannot be issued. */
  readonly isRefused: boolean;
}

const exempt = (text: string, code: string): Tax => ({
  ...{ rate: 0, isRefused: text.trim() === '' },
  why: text && `${text} (${code})`,
});
const taxed = (rate: string): Tax => ({ rate: parseDecimal(rate) ?? 0, why: '', isRefused: false });

/** How prints are taxed in France. */
function taxInFrance(values: Values): Tax {
  if (values.regime === 'taxable') return taxed(values.rate);
  if (values.regime !== 'split') return exempt(values.exemptionText, values.exemptionCode);
  const row = readActivities(values.activities).find(({ name }) => name.trim() === values.printingActivity);
  if (!row) return exempt('', '');
  return row.category === 'S' ? taxed(row.rate) : exempt(row.exemptionText, row.exemptionCode);
}

/** Where a business abroad buys something, by what a print is (libs/domain, vatCaseOf). */
function caseOf(reader: Reader, nature: string): Case | undefined {
  if (reader === 'union') return nature === 'goods' ? 'eu-goods' : 'eu-services';
  if (reader === 'world') return nature === 'goods' ? 'export' : 'outside-scope';
  return undefined;
}

/** How a print is taxed for this client. */
export function taxOf(values: Values, reader: Reader): Tax {
  const abroad = caseOf(reader, values.nature);
  return abroad ? exempt(values[CASE_FIELDS[abroad]], CASE_CODES[abroad]) : taxInFrance(values);
}

/** The sums of an example: a print of ten euros. */
export function sumsOf(values: Values, reader: Reader): { readonly label: string; readonly value: string }[] {
  const { rate } = taxOf(values, reader);
  const vatCents = Math.round((EXAMPLE_CENTS * rate) / 100);
  const vat =
    rate > 0
      ? `TVA ${rateText(rate * 100).replace('.', ',')}\u00a0% sur ${euros(EXAMPLE_CENTS)}`
      : `Sans TVA, sur ${euros(EXAMPLE_CENTS)}`;
  return [
    { label: 'Total HT', value: euros(EXAMPLE_CENTS) },
    { label: vat, value: euros(vatCents) },
    { label: 'Total TTC à payer', value: euros(EXAMPLE_CENTS + vatCents) },
  ];
}

/** How the client pays. */
export const paymentOf = (values: Values): string[] =>
  values.iban
    ? [
        typesetFrench(`Titulaire : ${values.name}`),
        typesetFrench(`IBAN : ${values.iban}`),
        values.bic && typesetFrench(`BIC : ${values.bic}`),
      ].filter(Boolean)
    : [];

/** The sentences at the foot, in the order of the invoice. */
export function mentionsOf(values: Values, reader: Reader): string[] {
  const { rate, why } = taxOf(values, reader);
  const kind = values.nature === 'goods' ? values.goods : values.services;
  const debits = rate > 0 ? values.vatOnDebits : '';
  const recovery = reader === 'person' ? values.personRecovery : values.recoveryIndemnity;
  return [why, kind, debits, values.earlyPayment, values.latePenalty, recovery].filter(Boolean);
}

export const footOf = (values: Values): string =>
  joined(' — ', joined(' — SIREN ', values.name, sirenOf(values.siret)), values.footer);
