import type { PaperContent, PaperKind, VatRow } from '@pandafab/domain';
import { euros, isFranchise, taxOf } from './figures';

interface KindWords {
  readonly title: string;
  /** After "ce", "cette" or "cet". */
  readonly dated: string;
  /** In front of the total with VAT. */
  readonly total: string;
  /** The same where no VAT is charged. */
  readonly plainTotal: string;
}

/** Documents are in French whatever language a reader has: they are addressed to the client and to the tax office. */
export const KIND_WORDS: Readonly<Record<PaperKind, KindWords>> = {
  quote: { title: 'Devis', dated: 'Date du devis', total: 'Total TTC', plainTotal: 'Total' },
  'order-confirmation': {
    title: 'Confirmation de commande',
    ...{ dated: 'Date', total: 'Total TTC', plainTotal: 'Total' },
  },
  deposit: {
    title: 'Facture d’acompte',
    ...{ dated: 'Date d’émission', total: 'Total TTC à payer', plainTotal: 'Total à payer' },
  },
  invoice: {
    title: 'Facture',
    ...{ dated: 'Date d’émission', total: 'Total TTC à payer', plainTotal: 'Total à payer' },
  },
  'credit-note': {
    title: 'Avoir',
    ...{ dated: 'Date d’émission', total: 'Total TTC de l’avoir', plainTotal: 'Total de l’avoir' },
  },
  'deposit-credit': {
    title: 'Avoir sur acompte',
    ...{ dated: 'Date d’émission', total: 'Total TTC de l’avoir', plainTotal: 'Total de l’avoir' },
  },
};

/** In front of a cited document: "la facture FA-2026-000042". */
export const CITED: Readonly<Record<PaperKind, string>> = {
  quote: 'le devis',
  'order-confirmation': 'la commande',
  deposit: 'la facture d’acompte',
  invoice: 'la facture',
  'credit-note': 'l’avoir',
  'deposit-credit': 'l’avoir sur acompte',
};

/** One row of the VAT, with the amount it was computed on. */
export function vatLabel(row: VatRow): string {
  const base = euros(row.baseCents);
  if (row.categoryCode === 'S') return `TVA ${taxOf(row)} sur ${base}`;
  if (isFranchise(row) && row.exemptionText) return row.exemptionText;
  const words = {
    E: 'Exonéré de TVA :',
    AE: 'TVA due par le client, sur',
    K: 'Livraison dans l’Union, sans TVA :',
    G: 'Exportation, sans TVA :',
    O: 'Hors champ de la TVA :',
  };
  return `${words[row.categoryCode]} ${base}`;
}

export const isWithoutVat = ({ vat }: PaperContent): boolean =>
  vat.every(({ categoryCode }) => categoryCode !== 'S');

/** A country's name in French capitals, as the post wants it on the last line. */
export const countryName = (code: string): string =>
  (new Intl.DisplayNames('fr', { type: 'region' }).of(code) ?? code).toLocaleUpperCase('fr');
