import { entries } from '../entry';

/** Why a machine does not take a waiting job. The refusals of its guard have their own sentences. */
export const waitingFaults = entries({
  'WAITS.AGENT_OFFLINE': {
    status: 409,
    en: [
      'The lab’s computer is not connected.',
      'Wait, or ask the staff of the lab to check its computer and network.',
    ],
    fr: [
      'L’ordinateur du lab n’est pas connecté.',
      'Attendez, ou demandez à l’équipe du lab de vérifier l’ordinateur et le réseau.',
    ],
  },
  'WAITS.FILE_LOST': {
    status: 409,
    en: [
      'The file of this job is not on the server any more.',
      'Ask an administrator to restore the files: the job then goes on by itself. Or cancel the job, and send the file again.',
    ],
    fr: [
      'Le fichier de ce travail n’est plus sur le serveur.',
      'Demandez à une personne qui administre le service de restaurer les fichiers : le travail continue alors de lui-même. Ou annulez le travail, puis renvoyez le fichier.',
    ],
    makerCure: {
      en: 'Tell the staff of the lab: the job goes on by itself once the file is back. Or cancel it, and send the file again.',
      fr: 'Prévenez l’équipe du lab : le travail continue de lui-même dès que le fichier est revenu. Ou annulez-le, puis renvoyez le fichier.',
    },
  },
  'WAITS.LAB_HELD': {
    status: 409,
    en: [
      'The lab’s queue is on hold: data were restored to an earlier state, and the lab has not confirmed its machines since.',
      'Wait until the staff of the lab have checked each machine and resumed the queue.',
    ],
    fr: [
      'La file du lab est suspendue : des données ont été restaurées à un état antérieur, et le lab n’a pas encore vérifié ses machines.',
      'Attendez que l’équipe du lab ait vérifié chaque machine et relancé la file.',
    ],
  },
  'WAITS.STOP_ON_ITS_WAY': {
    status: 409,
    en: [
      'An emergency stop of this machine has not reached the lab’s computer yet.',
      'Look at the machine. The server keeps the stop until it arrives, or until the staff of the lab withdraw it.',
    ],
    fr: [
      'Un arrêt d’urgence de cette machine n’est pas encore arrivé à l’ordinateur du lab.',
      'Allez voir la machine. Le serveur garde l’arrêt jusqu’à son arrivée, ou jusqu’à ce que l’équipe du lab le retire.',
    ],
    makerCure: {
      en: 'The staff of the lab take care of it. If you are next to the machine, tell them.',
      fr: 'L’équipe du lab s’en occupe. Si vous êtes à côté de la machine, prévenez-la.',
    },
  },
  'WAITS.MACHINE_NOT_REPORTED': {
    status: 409,
    en: [
      'The lab’s computer has not yet reported the state of this machine.',
      'Wait a moment. If this lasts, ask the staff of the lab to check its computer.',
    ],
    fr: [
      'L’ordinateur du lab n’a pas encore indiqué l’état de cette machine.',
      'Attendez un instant. Si cela dure, demandez à l’équipe du lab de vérifier l’ordinateur.',
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
      en: 'The staff of the lab take care of it; the machine takes jobs again by itself.',
      fr: 'L’équipe du lab s’en occupe ; la machine reprend des travaux d’elle-même.',
    },
  },
  'WAITS.MACHINE_HALTED': {
    status: 409,
    en: [
      'The machine has stopped itself, or a person stopped it: it works again only after a reset.',
      'Look at the machine and reset it: it reconnects by itself. If it was stopped from PandaFab, reconnect it on its page.',
    ],
    fr: [
      'La machine s’est arrêtée, ou une personne l’a arrêtée : elle ne remarche qu’après une réinitialisation.',
      'Regardez la machine et réinitialisez-la : elle se reconnecte d’elle-même. Si elle a été arrêtée depuis PandaFab, reconnectez-la sur sa page.',
    ],
    makerCure: {
      en: 'The staff of the lab take care of it.',
      fr: 'L’équipe du lab s’en occupe.',
    },
  },
  'WAITS.MACHINE_BUSY': {
    status: 409,
    en: [
      'The machine is busy with something that is not in this queue.',
      'Wait until it has finished, or look at the machine.',
    ],
    fr: [
      'La machine est occupée par autre chose que cette file.',
      'Attendez la fin, ou allez voir la machine.',
    ],
    makerCure: {
      en: 'Wait until it has finished.',
      fr: 'Attendez la fin.',
    },
  },
  'WAITS.HEATERS_UNKNOWN': {
    status: 409,
    en: [
      'A heater of the machine may be on: it has not confirmed that all are off.',
      'Wait until it confirms. If this lasts, switch the machine off at its switch.',
    ],
    fr: [
      'Une chauffe de la machine est peut-être allumée : elle n’a pas confirmé que tout est éteint.',
      'Attendez sa confirmation. Si cela dure, éteignez la machine à l’interrupteur.',
    ],
    makerCure: {
      en: 'The staff of the lab take care of it. Do not touch the machine.',
      fr: 'L’équipe du lab s’en occupe. Ne touchez pas la machine.',
    },
  },
  'WAITS.IN_MAINTENANCE': {
    status: 409,
    en: ['The machine is in maintenance.', 'Wait until the staff of the lab end the maintenance.'],
    fr: ['La machine est en maintenance.', 'Attendez que l’équipe du lab la remette en service.'],
  },
  'WAITS.RUN_ACTIVE': {
    status: 409,
    en: ['The machine is busy with another run.', 'Wait until it has finished.'],
    fr: ['La machine est occupée par une autre tentative.', 'Attendez qu’elle se termine.'],
  },
  'WAITS.BED_NOT_CLEAR': {
    status: 409,
    en: ['The last part may still lie on the bed.', 'Take it off, then confirm that the bed is clear.'],
    fr: [
      'La dernière pièce est peut-être encore sur le plateau.',
      'Retirez-la, puis confirmez que le plateau est libre.',
    ],
    makerCure: {
      en: 'The staff of the lab take it off.',
      fr: 'L’équipe du lab la retire.',
    },
  },
  'WAITS.START_NEEDS_PERSON': {
    status: 409,
    en: [
      'Each print on this machine waits for a person beside it.',
      'Go to the machine, check it, and confirm the start on its page.',
    ],
    fr: [
      'Chaque impression de cette machine attend une personne à côté d’elle.',
      'Allez à la machine, vérifiez-la et confirmez le départ sur sa page.',
    ],
    makerCure: {
      en: 'The staff of the lab confirm the start at the machine.',
      fr: 'L’équipe du lab confirme le départ à la machine.',
    },
  },
  'WAITS.NOT_NOW': {
    status: 409,
    en: [
      'The print would not end in time: the lab closes, or the machine is booked or has planned maintenance.',
      'Wait for the expected hour, or choose another machine.',
    ],
    fr: [
      'L’impression ne finirait pas à temps : le lab ferme, ou la machine est réservée ou en entretien.',
      'Attendez l’heure prévue, ou choisissez une autre machine.',
    ],
  },
  'WAITS.INDUCTION_MISSING': {
    status: 409,
    en: [
      'This machine requires the induction “{kindEn}”: the member does not have it, or it has expired.',
      'Ask a trainer of any lab for this induction; the job continues by itself once you have it.',
    ],
    fr: [
      'Cette machine demande l’habilitation « {kindFr} » : le membre ne l’a pas, ou elle n’est plus valable.',
      'Demandez cette habilitation à une personne qui a le rôle de formation, dans n’importe quel lab ; le travail continue de lui-même dès que vous l’avez.',
    ],
  },
  'WAITS.NOT_JUDGED': {
    status: 409,
    en: [
      'The server is reading the file again to find out whether this machine may print it.',
      'Wait: the job goes on by itself.',
    ],
    fr: [
      'Le serveur relit le fichier pour savoir si cette machine peut l’imprimer.',
      'Attendez : le travail continue de lui-même.',
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
    en: ['No spool is loaded for tool {tool}.', 'Load a spool, then choose it on the page of the machine.'],
    fr: [
      'Aucune bobine n’est chargée pour l’outil {tool}.',
      'Chargez une bobine, puis choisissez-la sur la page de la machine.',
    ],
    makerCure: {
      en: 'The staff of the lab load one.',
      fr: 'L’équipe du lab en charge une.',
    },
  },
  'WAITS.OTHER_MACHINE': {
    status: 409,
    en: [
      'This job was sent to another machine.',
      'To print it here, cancel it and send the file to this machine.',
    ],
    fr: [
      'Ce travail a été envoyé à une autre machine.',
      'Pour l’imprimer ici, annulez-le et envoyez le fichier à cette machine.',
    ],
  },
  'WAITS.OTHER_MATERIAL': {
    status: 409,
    en: [
      'The job is for {wanted}; {loaded} is loaded.',
      'Ask the staff of the lab to load {wanted}, or choose {loaded} for this job.',
    ],
    fr: [
      'Le travail est prévu pour {wanted} ; la machine est chargée en {loaded}.',
      'Demandez à l’équipe du lab de charger {wanted}, ou choisissez {loaded} pour ce travail.',
    ],
  },
  'WAITS.OTHER_HEAT': {
    status: 409,
    en: [
      'The file heats to {heat}, which does not suit {loaded}; it does not say for which material it is made.',
      'Ask the staff of the lab to load another material, or choose {loaded} for this job if the temperatures are right.',
    ],
    fr: [
      'Le fichier chauffe à {heat}, ce qui ne convient pas pour {loaded} ; il ne dit pas pour quelle matière il est fait.',
      'Demandez à l’équipe du lab de charger une autre matière, ou choisissez {loaded} pour ce travail si les températures sont bonnes.',
    ],
  },
  'WAITS.HELD_BY_STAFF': {
    status: 409,
    en: ['The staff of the lab hold this job.', 'Wait until they release it, or ask them why.'],
    fr: ['L’équipe du lab a suspendu ce travail.', 'Attendez qu’elle le relance, ou demandez-lui pourquoi.'],
  },
  'WAITS.HELD_BECAUSE': {
    status: 409,
    en: ['The staff of the lab hold this job: {words}', 'Wait until they release it, or talk to them.'],
    fr: ['L’équipe du lab a suspendu ce travail : {words}', 'Attendez qu’elle le relance, ou parlez-lui.'],
  },
  'WAITS.HELD_BY_MAKER': {
    status: 409,
    en: ['The maker holds this job.', 'It goes on once the maker, or the staff of the lab, release it.'],
    fr: [
      'La personne qui a déposé ce travail l’a suspendu.',
      'Il continue quand cette personne, ou l’équipe du lab, le relance.',
    ],
  },
  'WAITS.AWAITS_APPROVAL': {
    status: 409,
    en: [
      'The staff of the lab have not approved this job yet.',
      'Wait until they approve it. The job says why the lab asks for it.',
    ],
    fr: [
      'L’équipe du lab n’a pas encore donné son accord pour ce travail.',
      'Attendez son accord. Le travail indique pourquoi le lab le demande.',
    ],
  },
  'WAITS.FUNDS': {
    status: 409,
    en: [
      'The account that pays covers {coveredCents} of about {neededCents}.',
      'Top up the account, or ask the staff to allow more.',
    ],
    fr: [
      'Le compte qui paie couvre {coveredCents} sur environ {neededCents}.',
      'Rechargez le compte, ou demandez à l’équipe d’autoriser davantage.',
    ],
  },
  'WAITS.NEEDS_MAKER': {
    status: 409,
    en: [
      'The job begins only while its maker is there.',
      'Say that you are there once you are in the lab: it may then begin during two hours.',
    ],
    fr: [
      'Le travail commence seulement en présence de la personne qui l’a déposé.',
      'Une fois au lab, indiquez que vous êtes là : il peut alors commencer pendant deux heures.',
    ],
  },
  'WAITS.MISSING_TAG': {
    status: 409,
    en: [
      'The job needs a machine with the tag “{tag}”; this one does not have it.',
      'Take the tag off the job, or ask the staff of the lab to add it to the machine.',
    ],
    fr: [
      'Le travail demande une machine avec le mot-clé « {tag} » ; celle-ci ne l’a pas.',
      'Retirez ce mot-clé du travail, ou demandez à l’équipe du lab de l’ajouter à la machine.',
    ],
  },
  'WAITS.OTHER_NOZZLE': {
    status: 409,
    en: [
      'The file is made for a nozzle of {neededMm} mm; this machine has {mountedMm} mm.',
      'Ask the staff to mount the right nozzle and to enter it in the machine’s settings, or slice the part for {mountedMm} mm.',
    ],
    fr: [
      'Le fichier est prévu pour une buse de {neededMm} mm ; cette machine en a une de {mountedMm} mm.',
      'Demandez à l’équipe de monter la bonne buse et de l’indiquer dans les réglages de la machine. Ou tranchez la pièce pour {mountedMm} mm.',
    ],
  },
  'WAITS.NOZZLE_NOT_HARDENED': {
    status: 409,
    en: [
      'The file says that its filament is abrasive: it would wear out the brass nozzle of this machine.',
      'Ask the staff to mount a hardened nozzle and to enter it in the machine’s settings, or choose another material in the slicer.',
    ],
    fr: [
      'Selon le fichier, ce filament est abrasif : il use les buses en laiton, et cette machine en a une.',
      'Demandez à l’équipe de monter une buse trempée et de l’indiquer dans les réglages de la machine. Ou tranchez avec une autre matière.',
    ],
  },
  'WAITS.OTHER_FILAMENT_DIAMETER': {
    status: 409,
    en: [
      'The file is made for filament of {neededMm} mm; this machine takes {takenMm} mm.',
      'Slice the part again with a filament diameter of {takenMm} mm.',
    ],
    fr: [
      'Le fichier est prévu pour du filament de {neededMm} mm ; cette machine prend du {takenMm} mm.',
      'Tranchez de nouveau la pièce avec un filament de {takenMm} mm.',
    ],
  },
  'WAITS.OTHER_BED_SURFACE': {
    status: 409,
    en: [
      'The file is made for the plate “{wanted}”; “{present}” is on this machine.',
      'Ask the staff to put the right plate on and to enter it in the machine’s settings, or slice the part for the one that is there.',
    ],
    fr: [
      'Le fichier est prévu pour le plateau « {wanted} » ; cette machine porte « {present} ».',
      'Demandez à l’équipe de mettre le bon plateau et de l’indiquer dans les réglages de la machine. Ou tranchez pour « {present} ».',
    ],
  },
  'WAITS.NOT_ENCLOSED': {
    status: 409,
    en: [
      'The file needs a warm chamber; this machine is open.',
      'Choose a machine in a closed housing, or slice the part without chamber temperature.',
    ],
    fr: [
      'Le fichier demande une enceinte chaude ; cette machine est ouverte.',
      'Choisissez une machine fermée, ou tranchez la pièce sans température d’enceinte.',
    ],
  },
  'WAITS.OTHER_COLOUR': {
    status: 409,
    en: [
      'The job is for the colour {wanted}; {loaded} is loaded.',
      'Ask the staff of the lab to load {wanted}, or choose {loaded} or any colour for this job.',
    ],
    fr: [
      'Le travail est prévu en {wanted} ; la machine est chargée en {loaded}.',
      'Demandez à l’équipe du lab de charger cette couleur, ou choisissez {loaded} ou toute couleur.',
    ],
  },
  'WAITS.MATERIAL_UNDECIDED': {
    status: 409,
    en: [
      'The file is made for {madeFor}; {asked} was requested.',
      'Choose the material again: nothing is printed before you do.',
    ],
    fr: [
      'Le fichier est fait pour {madeFor} ; {asked} a été demandé.',
      'Choisissez de nouveau la matière : rien n’est imprimé avant votre choix.',
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
