import type { Words } from '../../../i18n/words';

export const fr = {
  intro:
    'Chaque machine est d’un type. Un membre a besoin d’une formation pour utiliser les types qui en demandent une.',
  none: 'Aucun type de machine.',
  noneCure: 'Ajoutez-en un, par exemple « Découpe laser ».',
  name: 'Nom',
  induction: 'Formation',
  needed: 'Nécessaire',
  notNeeded: 'Pas nécessaire',
  add: 'Ajouter un type',
  addSave: 'Ajouter',
  form: {
    induction: 'Une formation est nécessaire pour utiliser ces machines',
    inductionHelp: 'Sans formation valable, les impressions d’un membre attendent.',
  },
};

export const en: Words<typeof fr> = {
  intro: 'Each machine is of one kind. A member needs an induction to use the kinds that ask for one.',
  none: 'There is no machine kind.',
  noneCure: 'Add one, such as “Laser cutter”.',
  name: 'Name',
  induction: 'Induction',
  needed: 'Needed',
  notNeeded: 'Not needed',
  add: 'Add a kind',
  addSave: 'Add',
  form: {
    induction: 'An induction is needed to use these machines',
    inductionHelp: 'Without a valid induction, the prints of a member wait.',
  },
};
