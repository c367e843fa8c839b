import type { ServerFaults } from '../../platform/kit/faults';

export const spoolsFaults = {
  'MACHINE.SPOOL_UNSAID': {
    status: 409,
    en: [
      'The machine waits for another filament, and the service does not know which spool is on it now.',
      'Choose the spool that is on the machine (even if it is the same), then let the machine go on.',
    ],
    fr: [
      'La machine attend un autre filament, et le service ne sait pas quelle bobine est en place.',
      'Choisissez la bobine qui est sur la machine (même si c’est la même), puis faites continuer la machine.',
    ],
  },
  'MATERIAL.SPOOL_IN_USE': {
    status: 409,
    en: ['This spool is on the machine {machine}.', 'Unload it from that machine first.'],
    fr: ['Cette bobine est sur la machine {machine}.', 'Déchargez-la d’abord de cette machine.'],
  },
  'MATERIAL.COLOUR_UNKNOWN': {
    status: 422,
    en: ['No filament has the colour “{colour}”.', 'Choose one of: {known}. Or leave the colour out.'],
    fr: [
      'Aucun filament n’a la couleur « {colour} ».',
      'Choisissez parmi : {known}. Ou n’indiquez pas de couleur.',
    ],
  },
  'MATERIAL.SPOOL_UNKNOWN': {
    status: 404,
    en: ['There is no such spool in this lab.', 'Choose one from the lab’s list of spools.'],
    fr: ['Cette bobine n’existe pas dans ce lab.', 'Choisissez-en une dans la liste des bobines du lab.'],
  },
  'MATERIAL.BELOW_ZERO': {
    status: 422,
    en: [
      'According to the ledger, the spool holds {grams} g: you cannot remove more than that.',
      'Weigh the spool and enter what is left; an empty spool holds 0 g.',
    ],
    fr: [
      'D’après le registre, la bobine contient {grams} g : vous ne pouvez pas en retirer plus.',
      'Pesez-la et indiquez ce qui reste ; une bobine vide contient 0 g.',
    ],
  },
  'MATERIAL.UNKNOWN': {
    status: 422,
    en: [
      'The lab has no material “{material}”.',
      'Choose one that the lab has ({known}), or leave the material out: the job then uses the material of the file.',
    ],
    fr: [
      'Le lab n’a pas de matière « {material} ».',
      'Choisissez-en une que le lab possède ({known}), ou n’indiquez pas de matière : ce sera celle du fichier.',
    ],
  },
  'MATERIAL.FILAMENT_UNKNOWN': {
    status: 404,
    en: ['There is no such filament.', 'Choose one from the list, or add it first.'],
    fr: ['Ce filament n’existe pas.', 'Choisissez-en un dans la liste, ou ajoutez-le d’abord.'],
  },
  'MATERIAL.FILAMENT_RETIRED': {
    status: 409,
    en: ['This filament is retired.', 'Choose another one, or restore it in the settings.'],
    fr: ['Ce filament est retiré.', 'Choisissez-en un autre, ou rétablissez-le dans les réglages.'],
  },
  'MATERIAL.FILAMENT_IN_USE': {
    status: 409,
    en: [
      'Spools with this filament: {spools}. Its material and diameter cannot change.',
      'Add another filament, and retire this one.',
    ],
    fr: [
      'Bobines de ce filament : {spools}. Sa matière et son diamètre ne peuvent plus changer.',
      'Ajoutez un autre filament, et retirez celui-ci.',
    ],
  },
} satisfies ServerFaults;
