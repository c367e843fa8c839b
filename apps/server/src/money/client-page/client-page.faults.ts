import type { ServerFaults } from '../../platform/kit/faults';

export const clientPageFaults = {
  'SHARE_LINK.INVALID': {
    status: 404,
    en: [
      'This link does not open anything, or no longer does.',
      'Check that the address is complete, or ask the fablab for a new link.',
    ],
    fr: [
      'Ce lien n’ouvre rien, ou plus rien.',
      'Vérifiez que l’adresse est complète, ou demandez un nouveau lien au fablab.',
    ],
  },
  'SHARE_LINK.TOO_MANY': {
    status: 409,
    en: [
      'This client order has {count} links already.',
      'Use one of them, or revoke those that are no longer needed.',
    ],
    fr: [
      'Cette prestation a déjà {count} liens.',
      'Utilisez l’un d’eux, ou révoquez ceux qui ne servent plus.',
    ],
  },
  'QUOTE.PAGE_OLD': {
    status: 409,
    en: [
      'The quote has changed since you opened the page.',
      'The page below shows it as it is now. Read it, then decide.',
    ],
    fr: [
      'Le devis a changé depuis l’ouverture de la page.',
      'La page ci-dessous montre le devis actuel. Lisez-le, puis répondez.',
    ],
  },
} satisfies ServerFaults;
