import type { ServerFaults } from '../../platform/kit/faults';

export const cardsFaults = {
  'CARD.CODE_USED': {
    status: 409,
    en: ['This card already belongs to a member.', 'Revoke it there first, or give a card with a new code.'],
    fr: [
      'Cette carte appartient déjà à un membre.',
      'Révoquez-la d’abord chez ce membre, ou remettez une carte avec un nouveau code.',
    ],
  },
  'CARD.TOO_MANY': {
    status: 409,
    en: ['This member already has {count} cards.', 'Revoke one that is no longer used.'],
    fr: ['Ce membre a déjà {count} cartes.', 'Révoquez-en une qui n’est plus utilisée.'],
  },
  'CARD.UNKNOWN': {
    status: 404,
    en: ['No member has this card.', 'Look for the member by name, or count the visit without a name.'],
    fr: ['Aucun membre n’a cette carte.', 'Cherchez le membre par son nom, ou comptez la visite sans nom.'],
  },
} satisfies ServerFaults;
