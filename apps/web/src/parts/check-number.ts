import { isBic, isIban, isRna } from '../../../../libs/shared/src/bank-number';
import { isSiren, isSiret, isVatNumber } from '../../../../libs/shared/src/company-number';

interface Rule {
  readonly isRight: (number: string) => boolean;
  /** A shorter text is not complete yet. */
  readonly length: (number: string) => number;
}

const FRENCH_VAT_LENGTH = 13;
const SHORTEST_FOREIGN_VAT = 4;
const FRENCH_IBAN_LENGTH = 27;
const SHORTEST_IBAN = 15;
const SHORT_BIC = 8;
const LONG_BIC = 11;

const RULES = {
  siren: { isRight: isSiren, length: () => 9 },
  siret: { isRight: isSiret, length: () => 14 },
  vatNumber: {
    isRight: isVatNumber,
    length: (number) => (number.startsWith('FR') ? FRENCH_VAT_LENGTH : SHORTEST_FOREIGN_VAT),
  },
  iban: {
    isRight: isIban,
    length: (number) => (number.startsWith('FR') ? FRENCH_IBAN_LENGTH : SHORTEST_IBAN),
  },
  bic: { isRight: isBic, length: (number) => (number.length > SHORT_BIC ? LONG_BIC : SHORT_BIC) },
  rna: { isRight: isRna, length: () => 10 },
} satisfies Record<string, Rule>;

/** A number whose form or check digits can be verified. */
export type CheckedNumber = keyof typeof RULES;

/** The number as the server stores it: people write it in groups. */
export const plainNumber = (typed: string): string => typed.replace(/[\s.\u00a0\u202f]/g, '').toUpperCase();

/** `short`: digits are still missing. The server checks again. */
export function checkNumber(kind: CheckedNumber, typed: string): 'empty' | 'short' | 'wrong' | 'right' {
  const number = plainNumber(typed);
  if (number === '') return 'empty';
  const { isRight, length }: Rule = RULES[kind];
  if (isRight(number)) return 'right';
  return number.length < length(number) ? 'short' : 'wrong';
}
