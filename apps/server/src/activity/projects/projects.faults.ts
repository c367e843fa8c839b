import type { ServerFaults } from '../../platform/kit/faults';

export const projectsFaults = {
  'PROJECT.CHANGED': {
    status: 409,
    en: ['This project was changed in the meantime.', 'Look at it again, then change it.'],
    fr: ['Ce projet a été modifié entre-temps.', 'Relisez-le, puis modifiez-le.'],
  },
  'PROJECT.JOB_NOT_OFFERED': {
    status: 409,
    en: [
      'This print was made neither by people of the project nor for its group or client order.',
      'Add the person who submitted it to the project first.',
    ],
    fr: [
      'Cette impression n’a été faite ni par les personnes du projet, ni pour son groupe ou sa prestation.',
      'Ajoutez d’abord au projet la personne qui l’a déposée.',
    ],
  },
  'PROJECT.JOB_USED': {
    status: 409,
    en: ['This print already belongs to another project.', 'Remove it there first.'],
    fr: ['Cette impression appartient déjà à un autre projet.', 'Retirez-la d’abord de celui-ci.'],
  },
  'PROJECT.PICTURE_TOO_LARGE': {
    status: 413,
    en: ['The picture is larger than {limitMb} MB.', 'Make it smaller, or choose another one.'],
    fr: ['L’image pèse plus de {limitMb} Mo.', 'Réduisez-la, ou choisissez-en une autre.'],
  },
  'PROJECT.PICTURE_TOO_WIDE': {
    status: 422,
    en: ['The picture has more than {megapixels} million pixels.', 'Make it smaller, or choose another one.'],
    fr: ['L’image a plus de {megapixels} millions de pixels.', 'Réduisez-la, ou choisissez-en une autre.'],
  },
  'PROJECT.PICTURE_UNFIT': {
    status: 422,
    en: ['This file is no JPEG, PNG or WebP picture, or it is damaged.', 'Choose another file.'],
    fr: [
      'Ce fichier n’est pas une image JPEG, PNG ou WebP, ou il est abîmé.',
      'Choisissez un autre fichier.',
    ],
  },
  'PROJECT.PRESTATION_UNKNOWN': {
    status: 422,
    en: ['There is no client order “{reference}”.', 'Check the reference on the quote or the invoice.'],
    fr: [
      'La prestation « {reference} » n’existe pas.',
      'Vérifiez la référence sur le devis ou sur la facture.',
    ],
  },
  'PROJECT.PRESTATION_USED': {
    status: 409,
    en: ['This client order already belongs to another project.', 'Remove it there first.'],
    fr: ['Cette prestation appartient déjà à un autre projet.', 'Retirez-la d’abord de celui-ci.'],
  },
  'PROJECT.STEP_REFUSED': {
    status: 409,
    en: ['The project is in another state: this step is not possible.', 'Look at it again.'],
    fr: ['Le projet est dans un autre état : cette étape n’est pas possible.', 'Relisez-le.'],
  },
  'PROJECT.UNKNOWN': {
    status: 404,
    en: ['There is no such project.', 'Look for it in the list of projects.'],
    fr: ['Ce projet n’existe pas.', 'Cherchez-le dans la liste des projets.'],
  },
} satisfies ServerFaults;
