import type { Words } from '../../../i18n/words';

export const fr = {
  intro:
    'Chaque membre a une catégorie, et chaque catégorie un groupe de tarifs. Une catégorie retirée n’est plus proposée ; les membres qui l’ont la gardent.',
  none: 'Aucune catégorie.',
  name: 'Catégorie',
  tariff: 'Groupe de tarifs',
  position: 'Place dans les listes',
  offered: 'Proposée',
  retired: 'Retirée',
  add: 'Ajouter une catégorie',
  addSave: 'Ajouter',
  retiredDone: '« {{name}} » n’est plus proposée.',
  restoredDone: '« {{name}} » est de nouveau proposée.',
  tariffs: {
    resident: 'Habitants',
    member: 'Membres',
    student: 'Étudiants',
    school: 'Écoles',
    organisation: 'Organisations',
  },
  form: {
    tariffHelp: 'Le tarif « Habitants » s’applique seulement avec un justificatif de domicile valable.',
    positionHelp: 'Les plus petits nombres viennent en premier.',
    changesLater:
      'Un autre groupe de tarifs vaut pour les prochaines impressions, pas pour celles déjà faites.',
  },
};

export const en: Words<typeof fr> = {
  intro:
    'Each member has a category, and each category a group of rates. A retired category is no longer offered; members who have it keep it.',
  none: 'There is no category.',
  name: 'Category',
  tariff: 'Group of rates',
  position: 'Place in lists',
  offered: 'Offered',
  retired: 'Retired',
  add: 'Add a category',
  addSave: 'Add',
  retiredDone: '“{{name}}” is no longer offered.',
  restoredDone: '“{{name}}” is offered again.',
  tariffs: {
    resident: 'Residents',
    member: 'Members',
    student: 'Students',
    school: 'Schools',
    organisation: 'Organisations',
  },
  form: {
    tariffHelp: 'The rates for residents apply only with a valid proof of residence.',
    positionHelp: 'The lowest numbers come first.',
    changesLater: 'Another group of rates applies to the next prints, not to those already made.',
  },
};
