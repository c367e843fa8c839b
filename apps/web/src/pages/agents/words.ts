import type { Words } from '../../i18n/words';

export const fr = {
  title: 'Ordinateurs des labs',
  intro:
    'Dans chaque lab, un ordinateur est relié aux machines : il imprime même quand le réseau est coupé. Un lab a un seul ordinateur à la fois.',
  none: 'Aucun lab n’existe encore.',
  noneCure: 'Créez le premier, puis reliez-y un ordinateur avec un code.',
  online: 'En ligne',
  offline: 'Hors ligne',
  notConnected: 'Pas encore d’ordinateur',
  notNow: 'État inconnu pour le moment',
  selfRegistration: 'On peut s’inscrire soi-même dans ce lab',
  noSelfRegistration: 'Les inscriptions passent par l’équipe',
  zone: 'Heure de {{zone}}',
  add: 'Créer un lab',
  change: 'Modifier le lab',
  changeOf: 'Modifier {{lab}}',
  code: {
    ask: 'Relier un ordinateur',
    title: 'Relier un ordinateur à {{lab}}',
    once: 'Le code n’est montré qu’une fois et ne sert qu’une fois ; ceux donnés auparavant et pas encore utilisés ne valent plus rien.',
    replaces: 'Dès qu’un ordinateur est relié avec ce code, celui d’avant ne peut plus se connecter.',
    make: 'Obtenir un code',
    label: 'Code',
    until: 'Valable jusqu’au {{moment}}.',
    command: 'À taper sur l’ordinateur du lab, dans le dossier de PandaFab',
  },
  renew: 'Renouveler le secret',
  renewText:
    'L’ordinateur de {{lab}} échange son secret contre un nouveau, tout seul et sans interrompre les impressions. S’il est hors ligne, il le fera dès qu’il reviendra.',
  revoke: 'Révoquer l’ordinateur',
  revokeText:
    'L’ordinateur de {{lab}} est coupé aussitôt, et ses impressions en cours sont notées comme interrompues. Il faudra le relier de nouveau avec un code.',
  form: {
    name: 'Nom du lab',
    zone: 'Fuseau horaire',
    selfRegistration: 'Permettre de s’inscrire soi-même dans ce lab',
    selfRegistrationHelp: 'Depuis la page d’accueil, avec une adresse e-mail confirmée.',
    noMail:
      'Ce service n’envoie pas de courrier électronique : le lien de confirmation n’arriverait jamais. SMTP_URL et MAIL_FROM sont à renseigner d’abord.',
    create: 'Créer',
  },
  letters: {
    title: 'Étapes en échec',
    intro: 'Ce que le service a tenté plusieurs fois en vain. Corrigez la cause, puis relancez.',
    none: 'Aucune étape en échec.',
    attempts_one: '{{count}} tentative',
    attempts_other: '{{count}} tentatives',
    times: 'Premier échec le {{first}}, dernier le {{last}}.',
    data: 'Détails',
    replay: 'Relancer',
  },
};

export const en: Words<typeof fr> = {
  title: 'Lab computers',
  intro:
    'In each lab, one computer is connected to the machines: it prints on even when the network is down. A lab has one computer at a time.',
  none: 'There is no lab yet.',
  noneCure: 'Make the first, then connect a computer to it with a code.',
  online: 'Online',
  offline: 'Offline',
  notConnected: 'No computer yet',
  notNow: 'State unknown for now',
  selfRegistration: 'People may register by themselves in this lab',
  noSelfRegistration: 'People are registered by the staff',
  zone: 'Time of {{zone}}',
  add: 'Make a lab',
  change: 'Change the lab',
  changeOf: 'Change {{lab}}',
  code: {
    ask: 'Connect a computer',
    title: 'Connect a computer to {{lab}}',
    once: 'The code is shown only once and works only once; earlier ones that nobody used open nothing any more.',
    replaces: 'As soon as a computer is connected with this code, the one before it is shut out.',
    make: 'Get a code',
    label: 'Code',
    until: 'Good until {{moment}}.',
    command: 'To be typed on the lab’s computer, in PandaFab’s folder',
  },
  renew: 'Renew the secret',
  renewText:
    'The computer of {{lab}} changes its secret for a new one, by itself and without interrupting prints. If it is offline, it does so as soon as it is back.',
  revoke: 'Revoke the computer',
  revokeText:
    'The computer of {{lab}} is cut off at once, and its prints under way are recorded as interrupted. It must be connected again with a code.',
  form: {
    name: 'Name of the lab',
    zone: 'Time zone',
    selfRegistration: 'Let people register by themselves in this lab',
    selfRegistrationHelp: 'From the first page, with a confirmed e-mail address.',
    noMail:
      'This service sends no mail: the link that confirms the address would never arrive. SMTP_URL and MAIL_FROM must be set first.',
    create: 'Make',
  },
  letters: {
    title: 'Steps that failed',
    intro: 'What the service tried several times in vain. Mend the cause, then try again.',
    none: 'No step has failed.',
    attempts_one: '{{count}} attempt',
    attempts_other: '{{count}} attempts',
    times: 'First failed on {{first}}, last on {{last}}.',
    data: 'Details',
    replay: 'Try again',
  },
};
