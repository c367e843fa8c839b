/** How a trainer looks at the pages, and the words that they read there. */
export interface Look {
  readonly name: string;
  readonly browser: {
    readonly viewport: { readonly width: number; readonly height: number };
    readonly locale: string;
  };
  readonly lab: string;
  readonly trainer: string;
  readonly maker: string;
  /** Registered in this order; the last one waits. */
  readonly people: readonly [string, string, string];
  readonly words: typeof french;
}

const french = {
  ...{ room: 'Salle du fond', topic: 'Imprimer sa première pièce', second: 'Un deuxième cours' },
  ...{ save: 'Enregistrer', cancel: 'Annuler', addMonday: 'Ajouter Lundi' },
  copyMonday: 'Copier les horaires de Lundi sur',
  hoursSaved: 'Les horaires de rendez-vous sont enregistrés.',
  slotsFree: /rendez-vous peuvent être réservés/,
  appointment: 'Rendez-vous',
  ...{ newSession: 'Nouvelle séance', plan: 'Programmer' },
  topicField: /^Initiation/,
  titleField: /^Titre/,
  dayField: /^Jour\b/,
  beginField: /^Début/,
  trainerField: /^Animée par/,
  trainerTaken: /anime déjà une autre séance à ce moment/,
  isSeries: 'Répéter chaque semaine',
  lastDayField: /^Dernier jour/,
  ...{ threeSessions: '3 séances', twoSessions: '2 séances', twoPlanned: '2 séances programmées.' },
  leaveOut: 'Retirer ce jour de la série',
  addPerson: 'Ajouter une personne',
  searchMember: 'Chercher un membre',
  memberField: /^Membre/,
  isHere: /^La personne est là/,
  register: 'Inscrire',
  waitingOne: '1 personne en attente',
  attendanceOf: (at: 0 | 1) => `Présence de ${FRENCH_PEOPLE[at]}`,
  present: /Présent/,
  card: 'Carte',
  cardNoted: /Bilal Haddad\s: présence notée/,
  held: 'Séance tenue',
  headCount: /^Autres personnes/,
  noteHeld: 'Noter comme tenue',
  came: '5 personnes présentes',
  feed: 'Mon agenda ailleurs',
  createFeed: 'Adresse des séances animées',
  feedAddress: 'Adresse à ajouter dans votre agenda',
};
const FRENCH_PEOPLE = ['Ada Martin', 'Bilal Haddad', 'Chloé Roux'] as const;

const english: typeof french = {
  ...{ room: 'Back room', topic: 'Print a first part', second: 'A second course' },
  ...{ save: 'Save', cancel: 'Cancel', addMonday: 'Add Monday' },
  copyMonday: 'Copy the hours of Monday to',
  hoursSaved: 'The hours for appointments are saved.',
  slotsFree: /appointments can be booked/,
  appointment: 'Appointment',
  ...{ newSession: 'New session', plan: 'Plan' },
  topicField: /^Introduction/,
  titleField: /^Title/,
  dayField: /^Day\b/,
  beginField: /^Beginning/,
  trainerField: /^Led by/,
  trainerTaken: /already leads another session at this time/,
  isSeries: 'Repeat each week',
  lastDayField: /^Last day/,
  ...{ threeSessions: '3 sessions', twoSessions: '2 sessions', twoPlanned: '2 sessions planned.' },
  leaveOut: 'Leave this day out of the series',
  addPerson: 'Add a person',
  searchMember: 'Search for a member',
  memberField: /^Member/,
  isHere: /^The person is here/,
  register: 'Register',
  waitingOne: '1 person waiting',
  attendanceOf: (at: 0 | 1) => `Attendance of ${ENGLISH_PEOPLE[at]}`,
  present: /Present/,
  card: 'Card',
  cardNoted: /Ben Clark: attendance noted/,
  held: 'Session held',
  headCount: /^Other people/,
  noteHeld: 'Note as held',
  came: '5 people present',
  feed: 'My agenda elsewhere',
  createFeed: 'Address of sessions I lead',
  feedAddress: 'Address to add to your calendar',
};
const ENGLISH_PEOPLE = ['Amy Baker', 'Ben Clark', 'Cleo Dunn'] as const;

export const LOOKS: readonly Look[] = [
  {
    ...{
      name: 'in French on a phone',
      lab: 'Fontaine d’Ouche',
      trainer: 'Inès Faure',
      maker: 'Malo Petit',
    },
    browser: { viewport: { width: 390, height: 844 }, locale: 'fr-FR' },
    ...{ people: FRENCH_PEOPLE, words: french },
  },
  {
    ...{ name: 'in English on a desk', lab: 'Grésilles', trainer: 'Iris Ford', maker: 'Mia Page' },
    browser: { viewport: { width: 1440, height: 900 }, locale: 'en-GB' },
    ...{ people: ENGLISH_PEOPLE, words: english },
  },
];
