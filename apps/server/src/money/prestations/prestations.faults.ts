import type { ServerFaults } from '../../platform/kit/faults';

export const prestationsFaults = {
  'BILLING.ALREADY_INVOICED': {
    status: 409,
    en: [
      'The client order {reference} is already invoiced.',
      'An issued invoice never changes: correct it with a credit note.',
    ],
    fr: [
      'La prestation {reference} est déjà facturée.',
      'Une facture émise ne change jamais : corrigez-la par un avoir.',
    ],
  },
  'BILLING.AMOUNT_TOO_LARGE': {
    status: 422,
    en: [
      'With these lines the client order {reference} would exceed 999,999,999.99 €.',
      'Check the quantity and the price, or create another client order.',
    ],
    fr: [
      'Avec ces lignes, la prestation {reference} dépasserait 999 999 999,99 €.',
      'Vérifiez la quantité et le prix, ou créez une autre prestation.',
    ],
  },
  'BILLING.PRESTATION_UNKNOWN': {
    status: 422,
    en: ['There is no client order {id}.', 'Choose one from the list of open client orders.'],
    fr: ['Il n’y a pas de prestation {id}.', 'Choisissez-en une dans la liste des prestations ouvertes.'],
  },
  'BILLING.ORGANISATION_UNKNOWN': {
    status: 422,
    en: ['There is no client {id}.', 'Choose one from the list, or register the client first.'],
    fr: ['Il n’y a pas de client {id}.', 'Choisissez-en un dans la liste, ou enregistrez-le d’abord.'],
  },
  'BILLING.TARIFF_UNKNOWN': {
    status: 422,
    en: [
      'There is no tariff {id}.',
      'Choose one from the list, or leave it out: the standard tariff then applies.',
    ],
    fr: [
      'Il n’y a pas de tarif {id}.',
      'Choisissez-en un dans la liste, ou n’en indiquez pas : le tarif habituel s’applique alors.',
    ],
  },
  'PRESTATION.ARTICLE_UNKNOWN': {
    status: 422,
    en: ['There is no article {id}.', 'Choose one from the catalogue, or type the line.'],
    fr: ['Il n’y a pas d’article {id}.', 'Choisissez-en un dans le catalogue, ou saisissez la ligne.'],
  },
  'PRESTATION.CANCELLED': {
    status: 409,
    en: ['The client order {reference} is cancelled.', 'Create another client order.'],
    fr: ['La prestation {reference} est annulée.', 'Créez une autre prestation.'],
  },
  'PRESTATION.CHANGED_MEANWHILE': {
    status: 409,
    en: [
      'Another person changed the client order {reference} in the meantime.',
      'Reload it, and make your changes again.',
    ],
    fr: [
      'Une autre personne a modifié la prestation {reference} entre-temps.',
      'Rechargez-la, puis refaites vos modifications.',
    ],
  },
  'PRESTATION.DELIVERED': {
    status: 409,
    en: [
      'The client order {reference} is delivered, and accepts no more prints.',
      'Reopen it, or choose another client order.',
    ],
    fr: [
      'La prestation {reference} est livrée : elle n’accepte plus d’impressions.',
      'Rouvrez-la, ou choisissez une autre prestation.',
    ],
  },
  'PRESTATION.EVENT_REFUSED': {
    status: 409,
    en: [
      'This step is not possible in the present state of the client order {reference}.',
      'Reload the client order to see the possible steps.',
    ],
    fr: [
      'Cette étape n’est pas possible dans l’état actuel de la prestation {reference}.',
      'Rechargez la prestation pour voir les étapes possibles.',
    ],
  },
  'PRESTATION.LAB_UNKNOWN': {
    status: 422,
    en: ['There is no lab {id}.', 'Choose one from the list of labs.'],
    fr: ['Il n’y a pas de lab {id}.', 'Choisissez-en un dans la liste des labs.'],
  },
  'PRESTATION.LINE_UNKNOWN': {
    status: 422,
    en: [
      'The client order {reference} has no such line of this kind.',
      'Reload the client order, and make your changes again.',
    ],
    fr: [
      'La prestation {reference} n’a pas cette ligne, ou pas de ce type.',
      'Rechargez la prestation, puis refaites vos modifications.',
    ],
  },
  'PRESTATION.NO_MACHINE_PRICE': {
    status: 422,
    en: ['No tariff says what an hour of machine time costs.', 'Type the price, or publish a tariff.'],
    fr: ['Aucun tarif ne donne le prix d’une heure de machine.', 'Saisissez le prix, ou publiez un tarif.'],
  },
  'PRESTATION.RESPONSIBLE_UNKNOWN': {
    status: 422,
    en: ['There is no account {id}.', 'Choose a person from the list.'],
    fr: ['Il n’y a pas de compte {id}.', 'Choisissez une personne dans la liste.'],
  },
  'PRESTATION.STAGE_INVOICED': {
    status: 409,
    en: [
      'The stage “{name}” is invoiced: it can neither be deleted nor get another price.',
      'Credit its invoice first.',
    ],
    fr: [
      'L’étape « {name} » est facturée : elle garde son prix, et vous ne pouvez pas la supprimer.',
      'Faites d’abord un avoir pour sa facture.',
    ],
  },
  'PRESTATION.STAGE_UNKNOWN': {
    status: 422,
    en: ['The client order {reference} has no such stage.', 'Save the stages first, and choose one of them.'],
    fr: [
      'La prestation {reference} n’a pas cette étape.',
      'Enregistrez d’abord les étapes, puis choisissez-en une.',
    ],
  },
  'PRESTATION.STAGES_EXCEED': {
    status: 422,
    en: ['The stages together are more than 100 %.', 'Lower the share of a stage.'],
    fr: ['Les étapes dépassent ensemble 100 %.', 'Baissez la part d’une étape.'],
  },
  'PRESTATION.UNCREDITED': {
    status: 409,
    en: [
      'Documents of the client order {reference} are issued and not credited in full.',
      'Credit them first.',
    ],
    fr: [
      'Des factures de la prestation {reference} n’ont pas encore d’avoir complet.',
      'Faites d’abord les avoirs.',
    ],
  },
} satisfies ServerFaults;
