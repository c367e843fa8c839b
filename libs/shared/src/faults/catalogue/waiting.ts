import { entries } from '../entry';

/** Why a machine does not take a job that waits. What its guard refuses has sentences of its own. */
export const waitingFaults = entries({
  'WAITS.AGENT_OFFLINE': {
    status: 409,
    en: ['The lab’s computer is not connected.', 'Wait, or ask the lab to look at its computer and network.'],
    fr: [
      'L’ordinateur du lab n’est pas connecté.',
      'Attendez, ou demandez au lab de voir son ordinateur et son réseau.',
    ],
  },
  'WAITS.IN_MAINTENANCE': {
    status: 409,
    en: ['The machine is in maintenance.', 'Wait until the lab puts it back to work.'],
    fr: ['La machine est en maintenance.', 'Attendez que le lab la remette en service.'],
  },
  'WAITS.RUN_ACTIVE': {
    status: 409,
    en: ['The machine is busy with another run.', 'Wait for its end.'],
    fr: ['La machine est occupée par un autre passage.', 'Attendez qu’il se termine.'],
  },
  'WAITS.BED_NOT_CLEAR': {
    status: 409,
    en: ['The last part may still lie on the bed.', 'Take it off, and confirm that the bed is clear.'],
    fr: [
      'La dernière pièce est peut-être encore sur le plateau.',
      'Retirez-la, puis confirmez que le plateau est libre.',
    ],
  },
  'WAITS.INDUCTION_MISSING': {
    status: 409,
    en: [
      'Whoever uses this machine must have been shown how: an induction for “{kindEn}” is missing, or holds no longer.',
      'Ask a trainer of any lab for this induction; the job goes on by itself once it is given.',
    ],
    fr: [
      'Il faut avoir été formé pour utiliser cette machine : l’habilitation « {kindFr} » manque, ou n’est plus valable.',
      'Demandez cette habilitation à une personne qui forme, dans n’importe quel lab ; le travail continue de lui-même dès qu’elle est donnée.',
    ],
  },
  'WAITS.NOT_JUDGED': {
    status: 409,
    en: [
      'The file is being read again, to know whether this machine may take it.',
      'Wait: it goes on by itself.',
    ],
    fr: [
      'Le fichier est relu, pour savoir si cette machine peut le prendre.',
      'Attendez : la suite vient d’elle-même.',
    ],
  },
  'WAITS.TOO_FEW_TOOLS': {
    status: 409,
    en: [
      'The file uses {needed} tools; the machine has {available}.',
      'Slice the part for fewer tools, or choose another machine.',
    ],
    fr: [
      'Le fichier utilise {needed} outils ; la machine en a {available}.',
      'Tranchez la pièce pour moins d’outils, ou choisissez une autre machine.',
    ],
  },
  'WAITS.NO_SPOOL': {
    status: 409,
    en: ['No spool is loaded for tool {tool}.', 'Load one, and tell the machine which.'],
    fr: ['Aucune bobine n’est chargée pour l’outil {tool}.', 'Chargez-en une, et indiquez laquelle.'],
  },
  'WAITS.OTHER_MATERIAL': {
    status: 409,
    en: ['The job wants {wanted}; {loaded} is loaded.', 'Load {wanted}, or submit the job for {loaded}.'],
    fr: [
      'Le travail demande du {wanted} ; du {loaded} est chargé.',
      'Chargez du {wanted}, ou redéposez le travail pour du {loaded}.',
    ],
  },
  'WAITS.SPOOL_TOO_LOW': {
    status: 409,
    en: [
      'The job needs {neededGrams} g; {leftGrams} g are left on the spool.',
      'Load a fuller spool, or correct the balance if it is wrong.',
    ],
    fr: [
      'Le travail demande {neededGrams} g ; il en reste {leftGrams} g sur la bobine.',
      'Chargez une bobine plus pleine, ou corrigez le solde s’il est faux.',
    ],
  },
});
