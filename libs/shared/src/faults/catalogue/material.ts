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
  'MATERIAL.FILAMENT_UNKNOWN': {
    status: 404,
    en: ['There is no such filament.', 'Choose one from the list, or add it first.'],
    fr: ['Ce filament n’existe pas.', 'Choisissez-en un dans la liste, ou ajoutez-le d’abord.'],
  },
});
