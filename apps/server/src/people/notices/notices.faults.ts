import type { ServerFaults } from '../../platform/kit/faults';

export const noticesFaults = {
  'NOTICE.LINK_INVALID': {
    status: 404,
    en: [
      'This link no longer works.',
      'Sign in: the page of your account has a table of all notices, and you can switch off each of them there.',
    ],
    fr: [
      'Ce lien ne fonctionne plus.',
      'Connectez-vous : la page de votre compte montre tous les avis, et vous pouvez y désactiver chacun d’eux.',
    ],
  },
  'NOTICE.UNKNOWN': {
    status: 404,
    en: ['This notice does not exist.', 'Reload the page: it may have been deleted since.'],
    fr: ['Cet avis n’existe pas.', 'Rechargez la page : il a peut-être disparu depuis.'],
  },
} satisfies ServerFaults;
