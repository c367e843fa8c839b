import { entries } from '../entry';

/** Spools and the material ledger. */
export const materialFaults = entries({
  'MATERIAL.SPOOL_IN_USE': {
    status: 409,
    en: ['This spool is on the machine {machine}.', 'Unload it there first.'],
    fr: ['Cette bobine est sur la machine {machine}.', 'Déchargez-la d’abord.'],
  },
  'MATERIAL.SPOOL_UNKNOWN': {
    status: 404,
    en: ['There is no such spool in this lab.', 'Choose one from the lab’s list of spools.'],
    fr: ['Cette bobine n’existe pas dans ce lab.', 'Choisissez-en une dans la liste des bobines du lab.'],
  },
  'MATERIAL.BELOW_ZERO': {
    status: 422,
    en: [
      'The spool holds {grams} g by the ledger: no more can be taken out of it.',
      'Weigh it, and enter what is left; an empty spool holds 0 g.',
    ],
    fr: [
      'D’après le registre, la bobine contient {grams} g : on ne peut pas en retirer plus.',
      'Pesez-la et indiquez ce qui reste ; une bobine vide contient 0 g.',
    ],
  },
  'MATERIAL.UNKNOWN': {
    status: 422,
    en: [
      'Nobody here knows the material “{material}”.',
      'Choose one that the lab has ({known}), or leave it out to print what the file is made for.',
    ],
    fr: [
      'Personne ici ne connaît la matière « {material} ».',
      'Choisissez-en une que le lab possède ({known}), ou n’en donnez pas : ce sera celle du fichier.',
    ],
  },
  'MATERIAL.FILAMENT_UNKNOWN': {
    status: 404,
    en: ['There is no such filament.', 'Choose one from the list, or add it first.'],
    fr: ['Ce filament n’existe pas.', 'Choisissez-en un dans la liste, ou ajoutez-le d’abord.'],
  },
});
