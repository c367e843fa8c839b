import { folded } from '@pandafab/shared';

/** The words of a text as they are compared: capital letters and digits, without accents and signs. */
export const wordsOf = (text: string): string[] =>
  folded(text)
    .toUpperCase()
    .split(/[^A-Z0-9]+/)
    .filter((word) => word !== '');

/** A number or reference without its signs: `FA-2026-000012` is `FA2026000012`. */
export const compact = (text: string): string => wordsOf(text).join('');

/** Titles, legal forms and small words: they say nothing about who a person or a body is. */
const EMPTY_WORDS = new Set(
  (
    'A AU AUX D DE DES DU EN ET L LA LE LES OU ASS ASSO ASSOCIATION EURL SA SARL SAS SASU SCI SCIC SCOP SNC ' +
    'M MR MME MLE MLLE MONSIEUR MADAME MADEMOISELLE'
  ).split(' '),
);

/** Words that banks write before and around a name. */
const WORDS_OF_BANKS = new Set(
  (
    'VIR VIRT VIREMENT VIREMENTS SEPA INST INSTANTANE PERM PERMANENT RECU RECUS EMIS FAVEUR VOTRE VERS POUR PAR ' +
    'DONNEUR ORDRE EMETTEUR BENEFICIAIRE ID NOM REF REFERENCE MOTIF LIB LIBELLE OBJET CPT COMPTE BANQUE NOTPROVIDED ' +
    'EREF CREF MDT RUM FACT FACTURE FACTURES FAC PAIEMENT REGLEMENT REGLT RGT SOLDE ACOMPTE EUR EUROS CARTE CB ' +
    'CHEQUE REMISE PRLV PRELEVEMENT NO NUM NUMERO JANVIER FEVRIER MARS AVRIL MAI JUIN JUILLET AOUT SEPTEMBRE ' +
    'OCTOBRE NOVEMBRE DECEMBRE'
  ).split(' '),
);

/** The words that tell one name from another; all words where no other is left. */
export function tellingWords(name: string): string[] {
  const words = [...new Set(wordsOf(name))];
  const telling = words.filter((word) => !EMPTY_WORDS.has(word));
  return telling.length > 0 ? telling : words;
}

const hasDigit = (word: string): boolean => /\d/.test(word);

/**
 * Who paid a bank line, for a comparison with earlier lines: the words of the name in alphabetical order, or, where
 * the bank gives no name, those of the text without references and the bank's own words. Null if nothing is left that
 * could be a name.
 */
export function payerKey({
  name,
  text,
}: {
  readonly name: string | null;
  readonly text: string;
}): string | null {
  const words = name
    ? tellingWords(name)
    : tellingWords(text).filter(
        (word) => !hasDigit(word) && !WORDS_OF_BANKS.has(word) && !EMPTY_WORDS.has(word),
      );
  const key = words.sort().join(' ');
  return key.length < 4 ? null : key;
}
