import type { ServerFaults } from '../../platform/kit/faults';

const BANK_CURE_EN = 'Ask the bank for the file again, or record this payment by hand.';
const BANK_CURE_FR = 'Demandez de nouveau le fichier à la banque, ou enregistrez cet encaissement à la main.';

export const bankLineFaults = {
  'BANK.LINE_AMOUNT': {
    status: 422,
    en: ['“{text}” is not an amount.', BANK_CURE_EN],
    fr: ['« {text} » n’est pas un montant.', BANK_CURE_FR],
  },
  'BANK.LINE_BOOKED': {
    status: 409,
    en: ['This line is already booked as payment {payment}.', 'Undo that payment first if it is wrong.'],
    fr: [
      'Cette ligne est déjà enregistrée : encaissement {payment}.',
      'Annulez d’abord cet encaissement s’il est faux.',
    ],
  },
  'BANK.LINE_CURRENCY': {
    status: 422,
    en: ['The line is in {currency}, not in euros.', 'Record this payment by hand in euros.'],
    fr: ['La ligne est en {currency}, pas en euros.', 'Enregistrez cet encaissement à la main, en euros.'],
  },
  'BANK.LINE_DAY': {
    status: 422,
    en: ['“{text}” is not a date.', BANK_CURE_EN],
    fr: ['« {text} » n’est pas une date.', BANK_CURE_FR],
  },
  'BANK.LINE_IGNORED': {
    status: 409,
    en: ['This line is ignored: {reason}.', 'Take it back before you book it.'],
    fr: ['Cette ligne est écartée : {reason}.', 'Reprenez-la avant de l’enregistrer.'],
  },
  'BANK.LINE_NOT_SURE': {
    status: 409,
    en: [
      'The proposal for this line has changed meanwhile.',
      'Look at the line again and accept it on its own.',
    ],
    fr: [
      'La proposition pour cette ligne a changé entre-temps.',
      'Regardez de nouveau la ligne et acceptez-la seule.',
    ],
  },
  'BANK.LINE_DIRECTION': {
    status: 422,
    en: ['“{text}” does not say whether the money came in or went out.', BANK_CURE_EN],
    fr: ['« {text} » ne dit pas si l’argent est entré ou sorti.', BANK_CURE_FR],
  },
  'BANK.LINE_NO_AMOUNT': {
    status: 422,
    en: ['The line has no amount.', BANK_CURE_EN],
    fr: ['La ligne n’a pas de montant.', BANK_CURE_FR],
  },
  'BANK.LINE_OUT': {
    status: 409,
    en: ['The money of this line went out.', 'Choose a line of money that came in.'],
    fr: ['L’argent de cette ligne est sorti.', 'Choisissez une ligne d’argent reçu.'],
  },
  'BANK.LINE_TOO_MUCH': {
    status: 422,
    en: ['The amount is not below a billion euros.', BANK_CURE_EN],
    fr: ['Le montant atteint le milliard d’euros.', BANK_CURE_FR],
  },
  'BANK.LINE_TWO_AMOUNTS': {
    status: 422,
    en: ['The line has an amount in both columns, debit and credit.', BANK_CURE_EN],
    fr: ['La ligne a un montant dans les deux colonnes, débit et crédit.', BANK_CURE_FR],
  },
  'BANK.LINE_UNKNOWN': {
    status: 404,
    en: ['There is no such bank line.', 'Look for it in the list of bank lines.'],
    fr: ['Cette ligne de banque n’existe pas.', 'Cherchez-la dans la liste des lignes.'],
  },
} satisfies ServerFaults;
