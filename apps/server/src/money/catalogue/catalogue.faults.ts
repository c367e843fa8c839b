import type { ServerFaults } from '../../platform/kit/faults';

export const catalogueFaults = {
  'ARTICLE.UNKNOWN': {
    status: 404,
    en: ['There is no such article.', 'Search for the article in the catalogue.'],
    fr: ['Cet article n’existe pas.', 'Cherchez-le dans le catalogue.'],
  },
  'ARTICLE.CODE_USED': {
    status: 409,
    en: ['Another article has the code {code}.', 'Choose another code, or leave it out.'],
    fr: ['Un autre article a déjà le code {code}.', 'Choisissez un autre code, ou n’en indiquez pas.'],
  },
} satisfies ServerFaults;
