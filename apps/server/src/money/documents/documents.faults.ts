import { PAPER_FLAW_CODES } from '@pandafab/domain';
import type { FaultCode } from '@pandafab/shared';
import type { ServerFaults } from '../../platform/kit/faults';

/** What can keep a document from being composed. */
export const COMPOSE_FAULTS = [
  'BILLING.ACTIVITY_NOT_TAXED',
  'BILLING.NOTHING_TO_INVOICE',
  'BILLING.NO_TARIFF',
  'BILLING.SELLER_MISSING',
  'DOCUMENT.ABOVE_QUOTE',
  'DOCUMENT.CREDIT_UNFIT',
  'DOCUMENT.DEDUCTED',
  'DOCUMENT.MORE_THAN_INVOICE',
  'DOCUMENT.MORE_THAN_LEFT',
  'DOCUMENT.NEGATIVE',
  'DOCUMENT.NOTHING_LEFT',
  'DOCUMENT.NO_EXACT_NET',
  'DOCUMENT.NO_SUCH_LINE',
  'DOCUMENT.ONLY_WHOLE',
  'DOCUMENT.PART_TOO_LARGE',
  'DOCUMENT.REQUEST_UNFIT',
  'DOCUMENT.STAGE_UNFIT',
  'NUMBERING.LAB_CODE_MISSING',
] as const satisfies readonly FaultCode[];

/** What can keep a draft from being issued. */
export const ISSUE_FAULTS = [
  'CHAIN.DAY_CLOSED',
  ...COMPOSE_FAULTS,
  'BILLING.DATE_BEFORE_LAST',
  'BILLING.PRINTS_PENDING',
  'NUMBERING.TOO_LONG',
  'PRESTATION.CANCELLED',
  'PRESTATION.EVENT_REFUSED',
  ...PAPER_FLAW_CODES.map((code) => `PAPER.${code}` as const),
] as const satisfies readonly FaultCode[];

export const documentsFaults = {
  'BILLING.NO_TARIFF': {
    status: 409,
    en: [
      'Prints of the client order {reference} have no price: the network has no tariff yet.',
      'Publish a tariff: these prints get their price immediately. Then issue the invoice again.',
    ],
    fr: [
      'Des impressions de la prestation {reference} n’ont pas de prix : le réseau n’a pas encore de tarif.',
      'Publiez un tarif : ces impressions reçoivent aussitôt leur prix. Émettez ensuite la facture.',
    ],
  },
  'BILLING.PRINTS_PENDING': {
    status: 409,
    en: [
      'Prints of the client order {reference} are still in progress: {count}.',
      'Wait until they have ended, or cancel them; then issue the invoice.',
    ],
    fr: [
      'Des impressions de la prestation {reference} sont encore en cours : {count}.',
      'Attendez qu’elles soient finies, ou annulez-les, puis émettez la facture.',
    ],
  },
  'BILLING.NOTHING_TO_INVOICE': {
    status: 409,
    en: [
      'There is nothing to invoice on the client order {reference}.',
      'Add a line with an amount. Free prints are recorded, but never invoiced.',
    ],
    fr: [
      'Il n’y a rien à facturer sur la prestation {reference}.',
      'Ajoutez une ligne avec un montant. Les impressions gratuites sont enregistrées, mais jamais facturées.',
    ],
  },
  'BILLING.ACTIVITY_NOT_TAXED': {
    status: 409,
    en: [
      'The seller’s settings do not say how the activity “{activity}” is taxed.',
      'Choose one of these activities for the line: {known}; or add the new activity to the settings.',
    ],
    fr: [
      'Les réglages du vendeur ne disent pas comment l’activité « {activity} » est taxée.',
      'Choisissez pour la ligne l’une de ces activités : {known} ; ou ajoutez la nouvelle activité aux réglages.',
    ],
  },
  'BILLING.DATE_BEFORE_LAST': {
    status: 409,
    en: [
      'The server’s date is {today}, before the last document of this series ({last}).',
      'Correct the server’s date and try again: documents are numbered in the order of their dates.',
    ],
    fr: [
      'La date du serveur est le {today}, avant le dernier document de cette série ({last}).',
      'Corrigez la date du serveur et réessayez : les documents sont numérotés dans l’ordre de leurs dates.',
    ],
  },
  'DOCUMENT.ABOVE_QUOTE': {
    status: 409,
    en: [
      'Deposits would exceed the accepted quote {number}: {left} is left.',
      'Choose a smaller part, or send a new version of the quote.',
    ],
    fr: [
      'Les acomptes dépasseraient le devis accepté {number} : il reste {left}.',
      'Choisissez une part plus petite, ou envoyez une nouvelle version du devis.',
    ],
  },
  'DOCUMENT.CREDIT_UNFIT': {
    status: 409,
    en: [
      'The document {number} cannot be credited in this way.',
      'Credit an invoice with a credit note, and a deposit with a credit of a deposit.',
    ],
    fr: [
      'Le document {number} ne peut pas être corrigé de cette façon.',
      'Corrigez une facture par un avoir, et une facture d’acompte par un avoir d’acompte.',
    ],
  },
  'DOCUMENT.DECISION_EARLY': {
    status: 422,
    en: [
      'The quote was sent on {sent}, after the day {day} of the decision.',
      'Enter the day on which the client decided.',
    ],
    fr: [
      'Le devis date du {sent}, après le jour de la décision, le {day}.',
      'Indiquez le jour où le client a décidé.',
    ],
  },
  'DOCUMENT.DECISION_LATER': {
    status: 422,
    en: ['The day {day} of the decision is in the future.', 'Enter the day on which the client decided.'],
    fr: ['La date de la décision, le {day}, est dans le futur.', 'Indiquez le jour où le client a décidé.'],
  },
  'DOCUMENT.FILE_NOT_READY': {
    status: 503,
    en: [
      'The file of the document {number} could not be written yet.',
      'Try again in a minute. If it stays so, ask an administrator to check the server’s disk.',
    ],
    fr: [
      'Le fichier du document {number} n’a pas encore pu être écrit.',
      'Réessayez dans une minute. Si cela dure, demandez à une personne qui administre le service de vérifier le disque.',
    ],
  },
  'DOCUMENT.HAS_NO_XML': {
    status: 404,
    en: [
      'The document {number} has no electronic form.',
      'Only deposits, invoices and credit notes issued since this version have one.',
    ],
    fr: [
      'Le document {number} n’a pas de forme électronique.',
      'Seuls les acomptes, factures et avoirs émis depuis cette version en ont une.',
    ],
  },
  'DOCUMENT.IS_DRAFT': {
    status: 409,
    en: ['This document is still a draft.', 'Issue it first, or open its preview.'],
    fr: ['Ce document est encore un brouillon.', 'Émettez-le d’abord, ou ouvrez son aperçu.'],
  },
  'DOCUMENT.IS_QUOTE': {
    status: 409,
    en: ['This document is a quote.', 'Send it: a quote is sent and not issued.'],
    fr: ['Ce document est un devis.', 'Envoyez-le : un devis s’envoie et ne s’émet pas.'],
  },
  'DOCUMENT.MORE_THAN_LEFT': {
    status: 409,
    en: [
      'Line {position} of {number} has less left to credit: {left}.',
      'Enter at most this quantity, or credit the rest of the line.',
    ],
    fr: [
      'Sur la ligne {position} de {number}, il reste moins à créditer : {left}.',
      'Indiquez au plus cette quantité, ou créditez le reste de la ligne.',
    ],
  },
  'DOCUMENT.NEGATIVE': {
    status: 409,
    en: [
      'The invoice’s total would be negative: {total}.',
      'Make a credit note of the earlier document instead.',
    ],
    fr: [
      'Le total de la facture serait négatif : {total}.',
      'Faites plutôt un avoir sur le document précédent.',
    ],
  },
  'DOCUMENT.NOTHING_LEFT': {
    status: 409,
    en: ['Nothing is left to credit on {number}.', 'Its credit notes already take all of it back.'],
    fr: ['Il ne reste rien à créditer sur {number}.', 'Ses avoirs reprennent déjà la totalité.'],
  },
  'DOCUMENT.NOT_DRAFT': {
    status: 409,
    en: [
      'The document {number} is no longer a draft: it does not change.',
      'Correct an invoice with a credit note, and a quote with a new version.',
    ],
    fr: [
      'Le document {number} n’est plus un brouillon : il ne change plus.',
      'Corrigez une facture par un avoir, et un devis par une nouvelle version.',
    ],
  },
  'DOCUMENT.NOT_QUOTE': {
    status: 409,
    en: ['This document is no quote.', 'Choose a quote.'],
    fr: ['Ce document n’est pas un devis.', 'Choisissez un devis.'],
  },
  'DOCUMENT.NO_EXACT_NET': {
    status: 409,
    en: [
      'No net amount gives exactly {gross} with tax.',
      'Choose one of the two nearest amounts: {below} or {above}.',
    ],
    fr: [
      'Aucun montant hors taxe ne donne exactement {gross} TTC.',
      'Choisissez l’un des deux montants les plus proches : {below} ou {above}.',
    ],
  },
  'DOCUMENT.PART_TOO_LARGE': {
    status: 409,
    en: [
      'The part exceeds what is left to invoice: {left}.',
      'Choose a smaller part, or make the final invoice.',
    ],
    fr: [
      'La part dépasse ce qui reste à facturer : {left}.',
      'Choisissez une part plus petite, ou faites la facture finale.',
    ],
  },
  'DOCUMENT.REQUEST_UNFIT': {
    status: 422,
    en: [
      'The field “{field}” is missing, or does not fit this kind of document.',
      'Correct the field and try again.',
    ],
    fr: [
      'Le champ « {field} » manque, ou ne convient pas à ce type de document.',
      'Corrigez le champ et réessayez.',
    ],
  },
  'DOCUMENT.STAGE_UNFIT': {
    status: 409,
    en: [
      'The stage “{name}” cannot be invoiced now.',
      'Give it a share, mark it as done, and check that it has no invoice yet.',
    ],
    fr: [
      'L’étape « {name} » ne peut pas être facturée maintenant.',
      'Donnez-lui une part, marquez-la comme faite, et vérifiez qu’elle n’a pas encore de facture.',
    ],
  },
  'QUOTE.NOT_OPEN': {
    status: 409,
    en: [
      'The quote {number} is no longer open to a decision.',
      'It was decided, replaced or has expired. Send a new version.',
    ],
    fr: [
      'Le devis {number} n’attend plus de décision.',
      'Il est déjà décidé, remplacé ou expiré. Envoyez une nouvelle version.',
    ],
  },
  'QUOTE.NOT_REPLACEABLE': {
    status: 409,
    en: [
      'The quote {number} cannot get a new version.',
      'Open its latest version; a draft can be changed directly.',
    ],
    fr: [
      'Le devis {number} ne peut pas recevoir de nouvelle version.',
      'Ouvrez sa dernière version ; un brouillon se modifie directement.',
    ],
  },
  'DOCUMENT.CENT_MOVED': {
    status: 409,
    en: [
      'A VAT row is a cent off the plain percentage.',
      'Nothing is to be done: all documents together carry exactly the agreed VAT.',
    ],
    fr: [
      'Une ligne de TVA s’écarte d’un centime du pourcentage simple.',
      'Il n’y a rien à faire : tous les documents ensemble portent exactement la TVA convenue.',
    ],
  },
  'DOCUMENT.DEDUCTED': {
    status: 409,
    en: ['The invoice {final} already deducts the deposit {number}.', 'Credit the invoice instead.'],
    fr: ['La facture {final} déduit déjà l’acompte {number}.', 'Faites plutôt un avoir sur la facture.'],
  },
  'DOCUMENT.MORE_THAN_INVOICE': {
    status: 409,
    en: ['The credit exceeds what is left of {number}: {left}.', 'Credit fewer lines.'],
    fr: ['L’avoir dépasse ce qui reste de {number} : {left}.', 'Créditez moins de lignes.'],
  },
  'DOCUMENT.NO_SUCH_LINE': {
    status: 409,
    en: [
      'The document {number} has no line {position} with an amount.',
      'Choose one of its lines, each once.',
    ],
    fr: [
      'Le document {number} n’a pas de ligne {position} avec un montant.',
      'Choisissez une de ses lignes, chacune une fois.',
    ],
  },
  'DOCUMENT.ONLY_WHOLE': {
    status: 409,
    en: [
      'Line {position} of {number} is credited with the whole invoice only.',
      'Credit the whole invoice, or other lines.',
    ],
    fr: [
      'La ligne {position} de {number} ne se crédite qu’avec la facture entière.',
      'Créditez la facture entière, ou d’autres lignes.',
    ],
  },
} satisfies ServerFaults;
