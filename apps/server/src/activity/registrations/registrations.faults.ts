import type { ServerFaults } from '../../platform/kit/faults';

export const registrationsFaults = {
  'IMPORT.KEPT_ACTIVITY': {
    status: 409,
    en: ['The member has visited a lab, or was registered for a session.', 'Keep the member.'],
    fr: ['Le membre est venu dans un lab ou s’est inscrit à une séance.', 'Gardez le membre.'],
  },
  'REGISTRATION.UNKNOWN': {
    status: 404,
    en: ['There is no such registration.', 'Reload the list of the session.'],
    fr: ['Cette inscription n’existe pas.', 'Rechargez la liste de la séance.'],
  },
  'REGISTRATION.BEGUN': {
    status: 409,
    en: ['The session has already begun.', 'Ask the team of the lab: they can still register or cancel.'],
    fr: [
      'La séance a déjà commencé.',
      'Adressez-vous à l’équipe du lab : elle peut encore inscrire ou annuler.',
    ],
  },
  'REGISTRATION.STAFF_ONLY': {
    status: 403,
    en: [
      'This session is for a closed circle: its people are registered by the team of the lab.',
      'Ask the team of the lab, or choose a session that is open to all.',
    ],
    fr: [
      'Cette séance n’est pas ouverte à tous : l’équipe du lab inscrit elle-même les personnes.',
      'Adressez-vous à l’équipe du lab, ou choisissez une séance ouverte à tous.',
    ],
  },
  'REGISTRATION.NOT_IN_GROUP': {
    status: 403,
    en: [
      'This session is for the people of a group, and the person is not in it.',
      'Ask the team of the lab, or choose a session that is open to all.',
    ],
    fr: [
      'Cette séance est réservée à un groupe, et la personne n’en fait pas partie.',
      'Adressez-vous à l’équipe du lab, ou choisissez une séance ouverte à tous.',
    ],
  },
  'REGISTRATION.GUARDIAN_NEEDED': {
    status: 403,
    en: [
      'You are under age: your guardian registers you.',
      'Your guardian can do it from their own account, or with the team of the lab.',
    ],
    fr: [
      'Vous êtes mineur : c’est votre adulte responsable qui vous inscrit.',
      'Cette personne peut le faire depuis son propre compte, ou avec l’équipe du lab.',
    ],
  },
  'REGISTRATION.CONSENT_MISSING': {
    status: 422,
    en: [
      'The person is under age, and the consent of the guardian is missing.',
      'Confirm that the guardian agrees. If no guardian is recorded, record one on the member’s page first.',
    ],
    fr: [
      'La personne est mineure, et l’accord de son adulte responsable manque.',
      'Confirmez cet accord. Si aucun adulte responsable n’est indiqué, ajoutez-le d’abord sur la page du membre.',
    ],
  },
  'REGISTRATION.OVERLAP': {
    status: 409,
    en: [
      'The person is already registered for another session at this time: “{title}”, {when}.',
      'Cancel that registration first, or choose another session.',
    ],
    fr: [
      'La personne est déjà inscrite à une autre séance à ce moment : « {title} », {when}.',
      'Annulez d’abord cette inscription, ou choisissez une autre séance.',
    ],
  },
  'REGISTRATION.LEADS': {
    status: 409,
    en: [
      'The person leads another session at this time: “{title}”, {when}.',
      'Choose another session, or give that one to another trainer.',
    ],
    fr: [
      'La personne anime une autre séance à ce moment : « {title} », {when}.',
      'Choisissez une autre séance, ou confiez celle-là à une autre personne.',
    ],
  },
  'REGISTRATION.CANCELLED': {
    status: 409,
    en: ['This registration is cancelled.', 'Register the person again.'],
    fr: ['Cette inscription est annulée.', 'Inscrivez à nouveau la personne.'],
  },
  'REGISTRATION.ATTENDED': {
    status: 409,
    en: ['The person is marked as present.', 'Take the attendance back first, if it is wrong.'],
    fr: ['La personne est notée présente.', 'Si c’est une erreur, annulez d’abord la présence.'],
  },
  'REGISTRATION.ERASED': {
    status: 409,
    en: [
      'The data of this person was erased: their attendance still counts and no longer changes.',
      'Register the person who came as a new one.',
    ],
    fr: [
      'Les données de cette personne sont effacées : sa présence compte toujours et ne change plus.',
      'Inscrivez à part la personne qui est venue.',
    ],
  },
  'REGISTRATION.CARD_UNKNOWN': {
    status: 404,
    en: ['No member has this card.', 'Choose the person by name, or give them a card.'],
    fr: ['Aucun membre n’a cette carte.', 'Choisissez la personne par son nom, ou donnez-lui une carte.'],
  },
  'REGISTRATION.NOT_REGISTERED': {
    status: 409,
    en: ['{name} is not registered for this session.', 'Add the person, if they may stay.'],
    fr: ['{name} : cette personne n’est pas inscrite à la séance.', 'Ajoutez-la si elle peut rester.'],
  },
  'SESSION.TOO_MANY_FEEDS': {
    status: 409,
    en: ['You already have {count} calendar addresses.', 'Revoke one that you no longer use.'],
    fr: ['Vous avez déjà {count} adresses d’agenda.', 'Révoquez-en une que vous n’utilisez plus.'],
  },
  'SESSION.FEED_UNKNOWN': {
    status: 404,
    en: [
      'There is no calendar at this address, or it was revoked.',
      'Create a new address on your account page.',
    ],
    fr: [
      'Il n’y a pas d’agenda à cette adresse, ou elle a été révoquée.',
      'Créez une nouvelle adresse sur la page de votre compte.',
    ],
  },
} satisfies ServerFaults;
