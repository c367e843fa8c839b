import type { Words } from '../../../i18n/words';

export const fr = {
  intro:
    'Chaque type de document a sa suite de numéros, sans trou, qui recommence à 1 chaque année. Le numéro est pris au moment de l’émission.',
  series: 'Suites de numéros',
  prefix: 'Préfixe',
  byLab: 'Une suite par lab',
  next: 'Prochain numéro',
  saved: 'La numérotation est enregistrée.',
  why: 'Le préfixe fait partie du numéro, et une suite ne doit pas avoir de trou. Le changer commence donc une nouvelle suite, à 1. Les numéros déjà donnés restent.',
  begins_one: 'Une nouvelle suite va commencer',
  begins_other: '{{count}} nouvelles suites vont commencer',
  after: '{{kind}} : {{last}} reste le dernier de l’ancienne suite. Le prochain sera {{example}}.',
  first: '{{kind}} : le prochain sera {{example}}.',
  kinds: {
    quote: 'Devis',
    'order-confirmation': 'Confirmations de commande',
    deposit: 'Factures d’acompte',
    invoice: 'Factures',
    'credit-note': 'Avoirs',
    'deposit-credit': 'Avoirs d’acompte',
    prestation: 'Prestations',
  },
  labs: {
    title: 'Codes des labs',
    help: 'Le code suit le préfixe, comme ROT dans FA-ROT-2026-000001. Cinq lettres ou chiffres au plus. Une prestation sans lab garde la suite sans code.',
  },
};

export const en: Words<typeof fr> = {
  intro:
    'Each kind of document has its series of numbers, without gaps, which begins again at 1 each year. A document gets its number when it is issued.',
  series: 'Series of numbers',
  prefix: 'Prefix',
  byLab: 'One series per lab',
  next: 'Next number',
  saved: 'The numbering is saved.',
  why: 'The prefix is part of the number, and a series must not have gaps. So changing it begins a new series, at 1. Numbers that were given stay.',
  begins_one: 'A new series will begin',
  begins_other: '{{count}} new series will begin',
  after: '{{kind}}: {{last}} stays the last of the old series. The next one will be {{example}}.',
  first: '{{kind}}: the next one will be {{example}}.',
  kinds: {
    quote: 'Quotes',
    'order-confirmation': 'Order confirmations',
    deposit: 'Deposit invoices',
    invoice: 'Invoices',
    'credit-note': 'Credit notes',
    'deposit-credit': 'Credits of deposits',
    prestation: 'Client orders',
  },
  labs: {
    title: 'Codes of the labs',
    help: 'The code follows the prefix, such as ROT in FA-ROT-2026-000001. Five letters or digits at most. An order without a lab keeps the series without a code.',
  },
};
