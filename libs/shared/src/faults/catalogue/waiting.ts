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
  'WAITS.FILE_LOST': {
    status: 409,
    en: [
      'The file of this job is not on the server any more.',
      'Have an administrator put the files back: the job goes on by itself. Or cancel it, and send the file again.',
    ],
    fr: [
      'Le fichier de ce travail n’est plus sur le serveur.',
      'Demandez à un administrateur de remettre les fichiers : le travail continue de lui-même. Ou annulez-le, puis renvoyez le fichier.',
    ],
    makerCure: {
      en: 'Tell the staff of the lab: the job goes on by itself once the file is back. Or cancel it, and send the file again.',
      fr: 'Prévenez l’équipe du lab : le travail continue de lui-même dès que le fichier est revenu. Ou annulez-le, puis renvoyez le fichier.',
    },
  },
  'WAITS.LAB_HELD': {
    status: 409,
    en: [
      'The lab’s queue is held: data were put back to an earlier state, and nobody has confirmed the machines since.',
      'Wait until the lab has looked at each machine, and lets its queue go on.',
    ],
    fr: [
      'La file du lab est retenue : des données sont revenues à un état antérieur, et personne n’a encore vérifié les machines.',
      'Attendez que le lab ait regardé chaque machine et relance sa file.',
    ],
  },
  'WAITS.STOP_ON_ITS_WAY': {
    status: 409,
    en: [
      'An emergency stop of this machine has not reached the lab’s computer yet.',
      'Look at the machine. The stop is kept until it arrives, or until somebody of the lab withdraws it.',
    ],
    fr: [
      'Un arrêt d’urgence de cette machine n’est pas encore arrivé à l’ordinateur du lab.',
      'Allez voir la machine. L’arrêt est gardé jusqu’à son arrivée, ou jusqu’à ce que le lab le retire.',
    ],
    makerCure: {
      en: 'The staff of the lab see to it. If you stand beside the machine, tell them.',
      fr: 'L’équipe du lab s’en occupe. Si vous êtes à côté de la machine, prévenez-la.',
    },
  },
  'WAITS.MACHINE_NOT_REPORTED': {
    status: 409,
    en: [
      'The lab’s computer has not said yet how this machine is.',
      'Wait a moment. If this stays, ask the lab to look at its computer.',
    ],
    fr: [
      'L’ordinateur du lab n’a pas encore dit dans quel état est cette machine.',
      'Attendez un instant. Si cela dure, demandez au lab de voir son ordinateur.',
    ],
  },
  'WAITS.MACHINE_DISCONNECTED': {
    status: 409,
    en: [
      'The machine does not answer the lab’s computer.',
      'Switch it on and check its cable; it takes jobs again by itself.',
    ],
    fr: [
      'La machine ne répond pas à l’ordinateur du lab.',
      'Allumez-la et vérifiez son câble ; elle reprend des travaux d’elle-même.',
    ],
    makerCure: {
      en: 'The staff of the lab see to it; the machine takes jobs again by itself.',
      fr: 'L’équipe du lab s’en occupe ; la machine reprend des travaux d’elle-même.',
    },
  },
  'WAITS.MACHINE_HALTED': {
    status: 409,
    en: [
      'The machine has stopped itself, or was stopped: only a reset brings it back.',
      'Look at the machine and reset it: it is there again by itself, unless it was stopped from here; then reconnect it on its page.',
    ],
    fr: [
      'La machine s’est arrêtée, ou a été arrêtée : seule une réinitialisation la relance.',
      'Regardez la machine et réinitialisez-la : elle revient d’elle-même, sauf si elle a été arrêtée d’ici ; reconnectez-la alors sur sa page.',
    ],
    makerCure: {
      en: 'The staff of the lab see to it.',
      fr: 'L’équipe du lab s’en occupe.',
    },
  },
  'WAITS.MACHINE_BUSY': {
    status: 409,
    en: [
      'The machine is busy with something that is not in this queue.',
      'Wait for its end, or look at the machine.',
    ],
    fr: [
      'La machine est occupée par autre chose que cette file.',
      'Attendez la fin, ou allez voir la machine.',
    ],
    makerCure: {
      en: 'Wait for its end.',
      fr: 'Attendez la fin.',
    },
  },
  'WAITS.HEATERS_UNKNOWN': {
    status: 409,
    en: [
      'A heater of the machine may be on: it has not confirmed that all are off.',
      'Wait until it confirms. If this stays, switch the machine off at its switch.',
    ],
    fr: [
      'Une chauffe de la machine est peut-être allumée : elle n’a pas confirmé que tout est éteint.',
      'Attendez sa confirmation. Si cela dure, éteignez la machine à l’interrupteur.',
    ],
    makerCure: {
      en: 'The staff of the lab see to it. Do not touch the machine.',
      fr: 'L’équipe du lab s’en occupe. Ne touchez pas la machine.',
    },
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
    makerCure: {
      en: 'The staff of the lab take it off.',
      fr: 'L’équipe du lab la retire.',
    },
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
    makerCure: {
      en: 'The staff of the lab load one.',
      fr: 'L’équipe du lab en charge une.',
    },
  },
  'WAITS.OTHER_MATERIAL': {
    status: 409,
    en: [
      'The job is for {wanted}; {loaded} is loaded.',
      'Ask the lab to load {wanted}, or choose {loaded} for this job.',
    ],
    fr: [
      'Le travail est prévu pour {wanted} ; la machine est chargée en {loaded}.',
      'Demandez au lab de charger {wanted}, ou choisissez {loaded} pour ce travail.',
    ],
  },
  'WAITS.OTHER_HEAT': {
    status: 409,
    en: [
      'The file heats to {heat}, at which {loaded} is not printed; it does not say what it is made for.',
      'Ask the lab to load another material, or choose {loaded} for this job if the temperatures are right.',
    ],
    fr: [
      'Le fichier chauffe à {heat}, ce qui ne convient pas pour {loaded} ; il ne dit pas pour quelle matière il est fait.',
      'Demandez au lab de charger une autre matière, ou choisissez {loaded} pour ce travail si les températures sont bonnes.',
    ],
  },
  'WAITS.MATERIAL_UNDECIDED': {
    status: 409,
    en: [
      'The file is made for {madeFor}; {asked} was asked for.',
      'Choose again what it is to be made of: nothing is printed before.',
    ],
    fr: [
      'Le fichier est fait pour {madeFor} ; {asked} a été demandé.',
      'Choisissez de nouveau la matière : rien n’est imprimé avant.',
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
    makerCure: {
      en: 'The staff of the lab load a fuller one.',
      fr: 'L’équipe du lab en charge une plus pleine.',
    },
  },
});
