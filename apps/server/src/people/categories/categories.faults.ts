import type { ServerFaults } from '../../platform/kit/faults';

export const categoriesFaults = {
  'CATEGORY.UNKNOWN': {
    status: 404,
    en: ['There is no category {code}.', 'Look for it in the list of categories.'],
    fr: ['La catégorie {code} n’existe pas.', 'Cherchez-la dans la liste des catégories.'],
  },
  'CATEGORY.TAKEN': {
    status: 409,
    en: [
      'The category {code} already exists.',
      'Choose another code, or restore the category if it is retired.',
    ],
    fr: [
      'La catégorie {code} existe déjà.',
      'Choisissez un autre code, ou rétablissez la catégorie si elle est retirée.',
    ],
  },
  'CATEGORY.DEFAULT': {
    status: 409,
    en: [
      'The category {code} is the default for new members, so it cannot be retired.',
      'Rename it if its name is wrong.',
    ],
    fr: [
      'La catégorie {code} est celle des nouveaux membres par défaut : elle ne peut pas être retirée.',
      'Renommez-la si son nom est faux.',
    ],
  },
} satisfies ServerFaults;
