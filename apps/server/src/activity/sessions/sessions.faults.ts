import type { ServerFaults } from '../../platform/kit/faults';

export const sessionsFaults = {
  'SESSION.UNKNOWN': {
    status: 404,
    en: ['There is no such session.', 'Look for it in the agenda.'],
    fr: ['Cette séance n’existe pas.', 'Cherchez-la dans l’agenda.'],
  },
  'SESSION.CHANGED': {
    status: 409,
    en: ['Another person has just changed this session.', 'Reload the page, then make your change again.'],
    fr: [
      'Une autre personne vient de modifier cette séance.',
      'Rechargez la page, puis refaites votre modification.',
    ],
  },
  'SESSION.CANCELLED': {
    status: 409,
    en: ['This session is cancelled.', 'Plan a new one.'],
    fr: ['Cette séance est annulée.', 'Programmez-en une nouvelle.'],
  },
  'SESSION.HELD': {
    status: 409,
    en: ['This session is noted as held.', 'Take that back first, if it is wrong.'],
    fr: ['Cette séance est notée comme tenue.', 'Si c’est une erreur, rouvrez d’abord la séance.'],
  },
  'SESSION.NO_ORDER': {
    status: 409,
    en: ['No client order pays for this session.', 'Choose the client order on the page of the session.'],
    fr: ['Aucune prestation ne paie cette séance.', 'Choisissez la prestation sur la page de la séance.'],
  },
  'SESSION.ON_ORDER': {
    status: 409,
    en: [
      'The client order {reference} has a line for this session: “{label}”.',
      'Change that line; or delete it first, if the session goes to another client order. What is invoiced stays.',
    ],
    fr: [
      'La prestation {reference} a une ligne pour cette séance : « {label} ».',
      'Modifiez cette ligne ; ou supprimez-la d’abord, si la séance change de prestation. Ce qui est facturé reste.',
    ],
  },
  'SESSION.NOT_BEGUN': {
    status: 409,
    en: ['This session has not begun.', 'Note attendance from one hour before its beginning.'],
    fr: [
      'Cette séance n’a pas commencé.',
      'Notez les présences à partir d’une heure avant le début de la séance.',
    ],
  },
  'SESSION.PAST': {
    status: 422,
    en: ['This time has already passed.', 'Choose a later beginning.'],
    fr: ['Ce moment est déjà passé.', 'Choisissez un début plus tard.'],
  },
  'SESSION.TOO_FAR': {
    status: 422,
    en: ['A session is planned at most {years} years ahead.', 'Check the year.'],
    fr: ['Une séance est programmée au plus {years} ans à l’avance.', 'Vérifiez l’année.'],
  },
  'SESSION.APPOINTMENT_PRIVATE': {
    status: 422,
    en: [
      'An appointment is between one person and the staff: it cannot be public.',
      'Plan a course or a workshop.',
    ],
    fr: [
      'Un rendez-vous ne concerne qu’une personne et l’équipe : il ne peut pas être public.',
      'Programmez plutôt un cours ou un atelier.',
    ],
  },
  'SESSION.LENGTH': {
    status: 422,
    en: ['A session lasts at least {minutes} minutes and at most {hours} h.', 'Choose another end.'],
    fr: ['Une séance dure au moins {minutes} minutes et au plus {hours} h.', 'Choisissez une autre fin.'],
  },
  'SESSION.CLOSED': {
    status: 409,
    en: [
      'The lab is closed on this day: {when} ({reason}).',
      'Choose another day, or confirm that the session takes place although the lab is closed.',
    ],
    fr: [
      'Le lab est fermé ce jour-là : {when} ({reason}).',
      'Choisissez un autre jour, ou confirmez que la séance a lieu malgré la fermeture.',
    ],
  },
  'SESSION.TRAINER_TAKEN': {
    status: 409,
    en: [
      '{name} already leads another session at this time: “{title}”. This concerns: {when}.',
      'Choose another time or another trainer, or leave these days out.',
    ],
    fr: [
      '{name} anime déjà une autre séance à ce moment : « {title} ». Dates concernées : {when}.',
      'Choisissez un autre horaire ou une autre personne, ou retirez ces jours.',
    ],
  },
  'SESSION.ROOM_TAKEN': {
    status: 409,
    en: [
      '{name} is already taken at this time, by the session “{title}”. This concerns: {when}.',
      'Choose another time or another room, or leave these days out.',
    ],
    fr: [
      '{name} est déjà pris à ce moment par la séance « {title} ». Dates concernées : {when}.',
      'Choisissez un autre horaire ou une autre salle, ou retirez ces jours.',
    ],
  },
  'SESSION.MACHINE_TAKEN': {
    status: 409,
    en: [
      'The machine {name} is already booked at this time: {when}.',
      'Choose another time or another machine, or leave these days out.',
    ],
    fr: [
      'La machine {name} est déjà réservée à ce moment : {when}.',
      'Choisissez un autre horaire ou une autre machine, ou retirez ces jours.',
    ],
  },
  'SESSION.MACHINE_IN_MAINTENANCE': {
    status: 409,
    en: [
      'A maintenance of the machine {name} is planned at this time: {when}.',
      'Choose another time or another machine, or leave these days out.',
    ],
    fr: [
      'Une maintenance de la machine {name} est prévue à ce moment : {when}.',
      'Choisissez un autre horaire ou une autre machine, ou retirez ces jours.',
    ],
  },
  'SESSION.NOT_TRAINER': {
    status: 422,
    en: [
      'This person cannot lead sessions of this lab.',
      'Choose a person who has the role of trainer or manager in this lab.',
    ],
    fr: [
      'Cette personne ne peut pas animer de séance dans ce lab.',
      'Choisissez une personne qui a le rôle de formation ou de responsable dans ce lab.',
    ],
  },
  'SESSION.TITLE_MISSING': {
    status: 422,
    en: ['The session has neither a title nor a topic.', 'Choose a topic, or write a title.'],
    fr: ['La séance n’a ni titre ni initiation.', 'Choisissez une initiation, ou écrivez un titre.'],
  },
  'SESSION.GROUP_MISSING': {
    status: 422,
    en: ['A session for a group needs the group.', 'Choose the group.'],
    fr: ['Une séance pour un groupe doit indiquer le groupe.', 'Choisissez le groupe.'],
  },
  'SESSION.LINK_UNKNOWN': {
    status: 422,
    en: ['There is no such {what}.', 'Choose it from the list.'],
    fr: ['Il n’y a pas de {what} à ce nom.', 'Choisissez dans la liste.'],
    terms: {
      what: {
        organisation: { en: 'client, school or other body', fr: 'client, école ou autre organisme' },
        group: { en: 'group', fr: 'groupe' },
        prestation: { en: 'client order', fr: 'prestation' },
        project: { en: 'project', fr: 'projet' },
      },
    },
  },
  'SESSION.NO_DATE': {
    status: 422,
    en: ['The rule of the series gives no date.', 'Check its days of the week, its first and its last day.'],
    fr: [
      'La règle de la série ne donne aucune date.',
      'Vérifiez les jours de la semaine, le premier et le dernier jour.',
    ],
  },
  'SESSION.TOO_MANY': {
    status: 422,
    en: ['A series has at most {most} dates.', 'Choose an earlier last day, and plan a second series later.'],
    fr: [
      'Une série a au plus {most} dates.',
      'Choisissez un dernier jour plus tôt, et programmez une autre série plus tard.',
    ],
  },
  'SESSION.CAPACITY_BELOW': {
    status: 409,
    en: [
      '{count} people already have a place.',
      'Keep at least as many places, or cancel registrations first.',
    ],
    fr: [
      '{count} personnes ont déjà une place.',
      'Gardez au moins autant de places, ou annulez d’abord des inscriptions.',
    ],
  },
} satisfies ServerFaults;
