import type { Words } from '../../i18n/words';

export const fr = {
  title: 'Mon compte prépayé',
  intro:
    'Rechargez-le au lab, ou par virement avec la référence ci-dessous. Vos impressions se paient avec ce compte.',
  open: 'Obtenir ma référence pour un virement',
  off: 'Ce réseau ne débite aucune impression pour le moment.',
  address: 'Saisissez d’abord votre nom et votre adresse pour les factures.',
  toAddress: 'Ouvrir mes coordonnées',
  card: {
    start: 'Recharger par carte',
    amount: 'Montant en euros',
    help: 'De {{least}} à {{most}}. Vous payez sur la page d’un service de paiement : le fablab ne voit pas votre carte.',
    go: 'Aller à la page de paiement',
    open: 'Nous attendons la confirmation de votre paiement de {{amount}}.',
    late: 'La confirmation de votre paiement de {{amount}} n’est pas encore arrivée. Si vous avez payé, ne payez pas une seconde fois.',
    booked: 'Votre paiement de {{amount}} est sur votre compte.',
    unbooked: 'Nous avons reçu votre paiement. L’équipe le vérifie : ne payez pas une seconde fois.',
    'not-paid': 'Ce paiement n’a pas abouti. Vous n’avez rien payé.',
  },
};

export const en: Words<typeof fr> = {
  title: 'My prepaid account',
  intro: 'Top it up at the lab, or by a transfer with the reference below. Your prints are paid from it.',
  open: 'Get my reference for a transfer',
  off: 'This network charges nothing for prints at the moment.',
  address: 'First enter your name and address for invoices.',
  toAddress: 'Open my details',
  card: {
    start: 'Top up by card',
    amount: 'Amount in euros',
    help: 'From {{least}} to {{most}}. You pay on the page of a payment service: the fablab does not see your card.',
    go: 'Go to the payment page',
    open: 'We are waiting for the confirmation of your payment of {{amount}}.',
    late: 'The confirmation of your payment of {{amount}} has not arrived yet. If you have paid, do not pay again.',
    booked: 'Your payment of {{amount}} is on your account.',
    unbooked: 'We have received your payment. The staff check it: do not pay again.',
    'not-paid': 'This payment was not completed. You have paid nothing.',
  },
};
