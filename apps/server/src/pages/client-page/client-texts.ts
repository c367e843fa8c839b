import type { OrderState, PaperKind } from '@pandafab/domain';
import { inLanguage, type Language, type Wording } from '@pandafab/shared';
import type { ClientCard } from '../../money/card-payments/card-payments.service';

/** The texts of the client's page; `{name}` and others are filled in. */
export interface ClientTexts {
  readonly forClient: string;
  readonly switchLanguage: string;
  readonly states: Readonly<Record<OrderState, string>>;
  readonly quote: string;
  readonly priceWithTax: string;
  readonly priceNet: string;
  readonly validUntil: string;
  readonly readQuote: string;
  readonly acceptTitle: string;
  readonly name: string;
  readonly nameHint: string;
  readonly agree: string;
  readonly accept: string;
  readonly recorded: string;
  readonly refuseTitle: string;
  readonly reason: string;
  readonly reasonHint: string;
  readonly refuse: string;
  readonly notReady: string;
  readonly accepted: string;
  readonly refused: string;
  readonly expired: string;
  readonly stages: string;
  readonly done: string;
  readonly planned: string;
  readonly notPlanned: string;
  readonly papers: string;
  readonly noPapers: string;
  readonly kinds: Readonly<Record<PaperKind, string>>;
  readonly download: string;
  readonly settled: string;
  readonly open: string;
  readonly openUntil: string;
  readonly codeName: string;
  readonly codeHint: string;
  readonly payByCard: string;
  readonly cardHint: string;
  readonly cardTitle: string;
  readonly cardGoing: string;
  readonly cardGo: string;
  readonly cards: Readonly<Record<ClientCard['state'], string>>;
  readonly questions: string;
  readonly notSent: string;
  readonly formCure: string;
  readonly wrong: Readonly<Record<'name' | 'agree', string>>;
}

const fr: ClientTexts = {
  forClient: 'Pour {name}',
  switchLanguage: 'In English',
  states: {
    preparing: 'En préparation',
    confirmed: 'Commande confirmée',
    'in-progress': 'En cours',
    delivered: 'Livrée',
    invoiced: 'Facturée',
    cancelled: 'Annulée',
  },
  quote: 'Devis {number}',
  priceWithTax: 'Total TTC',
  priceNet: 'Total HT',
  validUntil: 'Valable jusqu’au {day}',
  readQuote: 'Lire le devis {number} (PDF)',
  acceptTitle: 'Accepter le devis',
  name: 'Votre nom',
  nameHint: 'Prénom et nom de la personne qui s’engage.',
  agree: 'J’ai lu le devis {number} et je passe commande.',
  accept: 'Accepter et commander',
  recorded: 'Nous gardons votre nom, la date, votre adresse Internet et l’empreinte du devis.',
  refuseTitle: 'Refuser le devis',
  reason: 'Pourquoi ?',
  reasonHint: 'Facultatif : votre réponse nous aide à faire mieux.',
  refuse: 'Refuser le devis',
  notReady: 'Le PDF de ce devis n’est pas encore prêt. Revenez dans quelques minutes.',
  accepted: '{name} a accepté ce devis le {day}. Merci !',
  refused: '{name} a refusé ce devis le {day}.',
  expired: 'Ce devis n’est plus valable. Demandez-nous un nouveau devis.',
  stages: 'Étapes',
  done: 'Terminée le {day}',
  planned: 'Prévue le {day}',
  notPlanned: 'Date à fixer',
  papers: 'Documents',
  noPapers: 'Aucun document pour l’instant.',
  kinds: {
    quote: 'Devis',
    'order-confirmation': 'Confirmation de commande',
    deposit: 'Facture d’acompte',
    invoice: 'Facture',
    'credit-note': 'Avoir',
    'deposit-credit': 'Avoir sur acompte',
  },
  download: '{kind} {number} (PDF)',
  settled: 'Réglée : il ne reste rien à payer.',
  open: 'Reste à payer : {amount}',
  openUntil: 'Reste à payer : {amount}, au plus tard le {day}',
  codeName: 'Code QR du virement',
  codeHint: 'Payer par virement : lisez ce code avec l’application de votre banque.',
  payByCard: 'Payer {amount} par carte',
  cardHint: 'Vous payez sur la page d’un service de paiement. Le fablab ne voit pas votre carte.',
  cardTitle: 'Paiement par carte',
  cardGoing: 'La page du service de paiement va s’ouvrir.',
  cardGo: 'Ouvrir la page de paiement',
  cards: {
    open: 'Nous attendons la confirmation de votre paiement de {amount}. Cette page se recharge seule.',
    late: 'La confirmation de votre paiement de {amount} n’est pas encore arrivée. Si vous avez payé, ne payez pas une seconde fois : revenez plus tard, ou écrivez-nous.',
    booked: 'Merci ! Nous avons reçu votre paiement de {amount}.',
    unbooked: 'Nous avons reçu votre paiement. L’équipe le vérifie : ne payez pas une seconde fois.',
    'not-paid': 'Ce paiement n’a pas abouti. Vous n’avez rien payé.',
  },
  questions: 'Une question ?',
  notSent: 'Votre réponse n’est pas encore enregistrée.',
  formCure: 'Corrigez les champs marqués, puis envoyez de nouveau votre réponse.',
  wrong: { name: 'Indiquez votre nom.', agree: 'Cochez cette case pour commander.' },
};

const en: ClientTexts = {
  forClient: 'For {name}',
  switchLanguage: 'En français',
  states: {
    preparing: 'Being prepared',
    confirmed: 'Order confirmed',
    'in-progress': 'In progress',
    delivered: 'Delivered',
    invoiced: 'Invoiced',
    cancelled: 'Cancelled',
  },
  quote: 'Quote {number}',
  priceWithTax: 'Total with VAT',
  priceNet: 'Total without VAT',
  validUntil: 'Valid until {day}',
  readQuote: 'Read the quote {number} (PDF, in French)',
  acceptTitle: 'Accept the quote',
  name: 'Your name',
  nameHint: 'First name and name of the person who orders.',
  agree: 'I have read the quote {number} and I place the order.',
  accept: 'Accept and order',
  recorded: 'We keep your name, the date, your network address and the fingerprint of the quote.',
  refuseTitle: 'Refuse the quote',
  reason: 'Why?',
  reasonHint: 'Optional: your answer helps us to do better.',
  refuse: 'Refuse the quote',
  notReady: 'The PDF of this quote is not ready yet. Come back in a few minutes.',
  accepted: '{name} accepted this quote on {day}. Thank you!',
  refused: '{name} refused this quote on {day}.',
  expired: 'This quote is no longer valid. Ask us for a new one.',
  stages: 'Stages',
  done: 'Done on {day}',
  planned: 'Planned for {day}',
  notPlanned: 'Date to be set',
  papers: 'Documents',
  noPapers: 'No document yet.',
  kinds: {
    quote: 'Quote',
    'order-confirmation': 'Order confirmation',
    deposit: 'Deposit invoice',
    invoice: 'Invoice',
    'credit-note': 'Credit note',
    'deposit-credit': 'Credit note of a deposit',
  },
  download: '{kind} {number} (PDF)',
  settled: 'Settled: nothing is left to pay.',
  open: 'Still to pay: {amount}',
  openUntil: 'Still to pay: {amount}, by {day}',
  codeName: 'QR code of the transfer',
  codeHint: 'Pay by bank transfer: scan this code with the app of your bank.',
  payByCard: 'Pay {amount} by card',
  cardHint: 'You pay on the page of a payment service. The fablab does not see your card.',
  cardTitle: 'Payment by card',
  cardGoing: 'The page of the payment service is about to open.',
  cardGo: 'Open the payment page',
  cards: {
    open: 'We are waiting for the confirmation of your payment of {amount}. This page reloads by itself.',
    late: 'The confirmation of your payment of {amount} has not arrived yet. If you have paid, do not pay again: come back later, or write to us.',
    booked: 'Thank you! We have received your payment of {amount}.',
    unbooked: 'We have received your payment. The staff check it: do not pay again.',
    'not-paid': 'This payment was not completed. You have paid nothing.',
  },
  questions: 'Any question?',
  notSent: 'Your answer is not recorded yet.',
  formCure: 'Correct the marked fields, then send your answer again.',
  wrong: { name: 'Enter your name.', agree: 'Tick this box to order.' },
};

const texts: Wording<ClientTexts> = { fr, en };

export const clientTextsFor = (language: Language): ClientTexts => inLanguage(texts, language);
