import { parseDecimal } from '../../../parts/decimal';
import { rateText, readActivities } from './activities';
import { sirenOf, type Values } from './values';

// The words of the invoice itself, as the server prints them (documents/pdf): in French, whatever language the page has.
const EXAMPLE_CENTS = 1000;

const euros = (cents: number): string =>
  new Intl.NumberFormat('fr-FR', { style: 'currency', currency: 'EUR' }).format(cents / 100);

const joined = (between: string, ...texts: readonly string[]): string => texts.filter(Boolean).join(between);

/** The lines under the name at the top of an invoice. */
export const headOf = (values: Values): string[] =>
  [
    values.legalForm,
    values.addressLine,
    joined(' ', values.postcode, values.city),
    values.siret && `SIREN ${sirenOf(values.siret)} · SIRET ${values.siret}`,
    values.rna && `RNA ${values.rna}`,
    values.vatNumber && `TVA intracommunautaire ${values.vatNumber}`,
    joined(' · ', values.phone, values.email),
    values.website,
  ].filter(Boolean);

interface Tax {
  /** Per cent; 0: exempt. */
  readonly rate: number;
  readonly why: string;
}

/** How a print is taxed. */
function taxOf(values: Values): Tax {
  const exempt = (text: string, code: string): Tax => ({ rate: 0, why: text && `${text} (${code})` });
  if (values.regime === 'taxable') return { rate: parseDecimal(values.rate) ?? 0, why: '' };
  if (values.regime !== 'split') return exempt(values.exemptionText, values.exemptionCode);
  const row = readActivities(values.activities).find(({ name }) => name.trim() === values.printingActivity);
  if (!row) return { rate: 0, why: '' };
  return row.rate.trim()
    ? { rate: parseDecimal(row.rate) ?? 0, why: '' }
    : exempt(row.exemptionText, row.exemptionCode);
}

/** The sums of an example: a print of ten euros. */
export function sumsOf(values: Values): { readonly label: string; readonly value: string }[] {
  const { rate } = taxOf(values);
  const vatCents = Math.round((EXAMPLE_CENTS * rate) / 100);
  const vat =
    rate > 0
      ? `TVA ${rateText(rate * 100).replace('.', ',')}\u00a0% sur ${euros(EXAMPLE_CENTS)}`
      : `TVA exonérée sur ${euros(EXAMPLE_CENTS)}`;
  return [
    { label: 'Total HT', value: euros(EXAMPLE_CENTS) },
    { label: vat, value: euros(vatCents) },
    { label: 'Total TTC', value: euros(EXAMPLE_CENTS + vatCents) },
  ];
}

/** How the client pays. */
export const paymentOf = (values: Values): string[] =>
  values.iban
    ? [`Virement à ${values.name}`, `IBAN ${values.iban}`, values.bic && `BIC ${values.bic}`].filter(Boolean)
    : [];

/** The sentences at the foot, in the order of the invoice. */
export function mentionsOf(values: Values): string[] {
  const { rate, why } = taxOf(values);
  const kind = values.nature === 'goods' ? values.goods : values.services;
  const debits = rate > 0 ? values.vatOnDebits : '';
  return [why, kind, debits, values.earlyPayment, values.latePenalty, values.recoveryIndemnity].filter(
    Boolean,
  );
}

export const footOf = (values: Values): string =>
  joined(' — ', joined(' — SIREN ', values.name, sirenOf(values.siret)), values.footer);
