import type { Words } from '../../i18n/words';

export const fr = {
  rolesSave: 'Donner ces rôles',
  rolesDone: 'Rôles changés : {{name}}.',
  network: 'Dans tout le réseau',
  allLabs: 'Dans tous les labs',
  inLab: 'Dans {{lab}}',
  noneTicked: 'Cochez au moins un rôle.',
  noneTickedCure: 'Pour fermer l’accès, désactivez le compte.',
  letBackIn: 'Mot de passe oublié',
  letBackInHand:
    'Un lien permet à cette personne de choisir un nouveau mot de passe. Il est montré une seule fois, ne sert qu’une fois et est valable une heure. Remettez-le uniquement à cette personne : il ouvre le compte {{email}}. La création du lien est enregistrée à votre nom.',
  letBackInMail:
    'Un courriel est envoyé à {{email}}, avec un lien pour choisir un nouveau mot de passe, valable une heure. L’envoi est enregistré à votre nom.',
  letBackInMake: 'Créer le lien',
  letBackInSend: 'Envoyer le lien',
  sent: 'Un courriel est envoyé à {{email}}. Son lien est valable jusqu’au {{moment}}.',
  handOver:
    'Remettez ce lien à la personne. Il est montré une seule fois, et il est valable jusqu’au {{moment}}.',
  link: 'Lien à remettre',
};

export const en: Words<typeof fr> = {
  rolesSave: 'Give these roles',
  rolesDone: 'Roles of {{name}} changed.',
  network: 'In the whole network',
  allLabs: 'In all labs',
  inLab: 'In {{lab}}',
  noneTicked: 'Tick at least one role.',
  noneTickedCure: 'To end the access, disable the account.',
  letBackIn: 'Forgotten password',
  letBackInHand:
    'With a link, this person can choose a new password. It is shown only once, works only once and is valid for one hour. Give it to this person only: it opens the account {{email}}. The creation of the link is recorded in your name.',
  letBackInMail:
    'A mail is sent to {{email}}, with a link to choose a new password, valid for one hour. The sending is recorded in your name.',
  letBackInMake: 'Create the link',
  letBackInSend: 'Send the link',
  sent: 'A mail is sent to {{email}}. Its link is valid until {{moment}}.',
  handOver: 'Give this link to the person. It is shown only once, and it is valid until {{moment}}.',
  link: 'Link to hand over',
};
