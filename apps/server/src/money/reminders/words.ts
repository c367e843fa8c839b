import { daysBetween, type LatePenalty, type ReminderValues } from '@pandafab/domain';
import { inLanguage, type Language, type Wording } from '@pandafab/shared';
import { euros, frenchDay, percent } from '../kit/french';
import type { Day } from '../kit/paris';
import type { OpenDocument } from '../payments/open-documents';

/** Countries whose clients are written to in French, with the overseas territories of France. */
const FRENCH_SPEAKING = new Set([
  ...['FR', 'MC', 'BE', 'LU', 'CH'],
  ...['GP', 'MQ', 'GF', 'RE', 'YT', 'PM', 'BL', 'MF', 'WF', 'PF', 'NC'],
]);

export const languageOf = (countryCode: string): Language => (FRENCH_SPEAKING.has(countryCode) ? 'fr' : 'en');

const PAYMENT: Wording = {
  fr: 'Vous pouvez payer par virement sur le compte {iban}, avec la référence {number}. La lettre jointe a un code que l’application de votre banque sait lire.',
  en: 'You can pay by bank transfer to the account {iban}, with the reference {number}. The attached letter has a code that the app of your bank can read.',
};
const LETTER_PAYMENT: Wording = {
  fr: 'Vous pouvez payer par virement sur le compte {iban}, avec la référence {number}.',
  en: 'You can pay by bank transfer to the account {iban}, with the reference {number}.',
};
const PENALTIES: Wording = {
  fr: 'Pour information, les pénalités de retard s’élèvent à ce jour à {penalty} (taux annuel de {rate}), et l’indemnité forfaitaire pour frais de recouvrement à {indemnity}. Ces sommes ne font pas partie du montant ci-dessus.',
  en: 'For information: late penalties amount to {penalty} today (yearly rate of {rate}), and the fixed indemnity for recovery costs to {indemnity}. They are not part of the amount above.',
};

const fill = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

function penaltyWords(penalty: LatePenalty | null, language: Language): string {
  if (!penalty) return '';
  const { penaltyCents, indemnityCents, basisPoints } = penalty;
  const values = {
    penalty: euros(penaltyCents),
    rate: percent(basisPoints),
    indemnity: euros(indemnityCents),
  };
  return fill(inLanguage(PENALTIES, language), values);
}

export interface ValuesOf {
  readonly document: OpenDocument & { readonly dueOn: Day };
  readonly seller: { readonly name: string; readonly iban: string | null };
  readonly clientName: string;
  readonly penalty: LatePenalty | null;
  readonly today: Day;
  readonly language: Language;
  readonly isMail: boolean;
}

/** The values of a reminder's fields. Amounts are written as in France in both languages, as on documents. */
export function valuesOf({
  document,
  seller,
  clientName,
  penalty,
  today,
  language,
  isMail,
}: ValuesOf): ReminderValues {
  const { number, issuedOn, dueOn, grossCents, openCents } = document;
  const payment = inLanguage(isMail ? PAYMENT : LETTER_PAYMENT, language);
  return {
    ...{ number, client: clientName, seller: seller.name },
    ...{
      issuedOn: frenchDay(issuedOn),
      dueOn: frenchDay(dueOn),
      daysLate: String(daysBetween(dueOn, today)),
    },
    ...{ total: euros(grossCents), open: euros(openCents) },
    penalties: penaltyWords(penalty, language),
    payment: seller.iban === null ? '' : fill(payment, { iban: seller.iban, number }),
  };
}
