import type { SessionKind } from '@pandafab/domain';
import { inLanguage, type Language, type Wording } from '@pandafab/shared';

/** The texts of the public programme; `{lab}` and others are filled in. */
export interface ProgrammeTexts {
  readonly title: string;
  readonly titleOf: string;
  readonly intro: string;
  readonly allLabs: string;
  readonly labs: string;
  readonly none: string;
  readonly noneCure: string;
  readonly kinds: Readonly<Record<SessionKind, string>>;
  readonly free: string;
  readonly full: string;
  readonly onePlace: string;
  readonly places: string;
  readonly membersOnly: string;
  readonly zone: string;
  readonly register: string;
  readonly calendar: string;
  readonly more: string;
  readonly switchLanguage: string;
}

const fr: ProgrammeTexts = {
  title: 'Programme des labs',
  titleOf: 'Programme : {lab}',
  intro:
    'Les séances des trois prochains mois. Elles sont ouvertes à tous ; pour vous inscrire, connectez-vous.',
  allLabs: 'Tous les labs',
  labs: 'Choisir un lab',
  none: 'Aucune séance n’est annoncée pour le moment.',
  noneCure: 'Revenez dans quelques jours, ou demandez à l’équipe du lab.',
  kinds: {
    appointment: 'Rendez-vous',
    course: 'Cours',
    workshop: 'Atelier',
    class: 'Classe ou groupe',
    'open-lab': 'Accès libre',
  },
  free: 'Gratuit',
  full: 'Complet : liste d’attente',
  onePlace: '1 place libre',
  places: '{count} places libres',
  membersOnly: 'Pour les membres',
  zone: 'heure de {zone}',
  register: 'Se connecter pour s’inscrire',
  calendar: 'Ajouter ce programme à mon agenda : {lab}',
  more: 'Seules les {count} prochaines séances sont affichées. Choisissez un lab pour en voir davantage.',
  switchLanguage: 'In English',
};

const en: ProgrammeTexts = {
  title: 'Programme of the labs',
  titleOf: 'Programme: {lab}',
  intro: 'The sessions of the next three months. They are open to all; sign in to register.',
  allLabs: 'All labs',
  labs: 'Choose a lab',
  none: 'No session is announced at the moment.',
  noneCure: 'Come back in some days, or ask the staff of the lab.',
  kinds: {
    appointment: 'Appointment',
    course: 'Course',
    workshop: 'Workshop',
    class: 'Class or group',
    'open-lab': 'Open lab',
  },
  free: 'Free of charge',
  full: 'Full: waiting list',
  onePlace: '1 free place',
  places: '{count} free places',
  membersOnly: 'For members',
  zone: '{zone} time',
  register: 'Sign in to register',
  calendar: 'Add this programme to my calendar: {lab}',
  more: 'Only the next {count} sessions are shown. Choose a lab to see more.',
  switchLanguage: 'En français',
};

const all: Wording<ProgrammeTexts> = { fr, en };
export const programmeTextsFor = (language: Language): ProgrammeTexts => inLanguage(all, language);
