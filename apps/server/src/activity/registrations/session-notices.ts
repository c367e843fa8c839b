import { inLanguage, type Language, type SessionId } from '@pandafab/shared';
import type { NoticeDetails, NoticeKind } from '../../people/notices/notice-kind';
import { instantInWords } from '../../production/notices/instant-in-words';

/** What the words and the link of a session's notice need. */
export type SessionDetails = NoticeDetails & {
  readonly sessionId: SessionId;
  readonly title: string;
  /** Null: the title is in one language. Notices of earlier versions do not have it. */
  readonly titleEn?: string | null;
  /** Milliseconds since the epoch. */
  readonly fromAt: number;
  readonly lab: string;
};
export type CancelledDetails = SessionDetails & { readonly reason: string };
/** `change`: whether the appointment was booked or given up. */
export type AppointmentDetails = SessionDetails & { readonly change: 'booked' | 'cancelled' };

const common = {
  group: 'session',
  path: (): string => '/sessions',
  values: ({ title, titleEn, fromAt }: SessionDetails, language: Language) => ({
    title: inLanguage({ fr: title, en: titleEn ?? title }, language),
    when: instantInWords(fromAt, language),
  }),
} as const;
const both = { bell: true, mail: true } as const;

export const sessionRegistered: NoticeKind<SessionDetails> = {
  ...common,
  name: 'session.registered',
  defaults: both,
  words: {
    fr: {
      name: 'Mon inscription à une séance',
      one: 'Inscription à « {title} », {when}, {lab}',
      several: '{count} inscriptions à « {title} », {when}, {lab}',
      together: '{count} inscriptions à des séances',
    },
    en: {
      name: 'My registration for a session',
      one: 'Registered for “{title}”, {when}, {lab}',
      several: '{count} registrations for “{title}”, {when}, {lab}',
      together: '{count} registrations for sessions',
    },
  },
};

export const sessionMovedUp: NoticeKind<SessionDetails> = {
  ...common,
  name: 'session.movedUp',
  defaults: both,
  words: {
    fr: {
      name: 'Une place se libère dans une séance',
      one: 'Une place est libre pour vous : « {title} », {when}, {lab}',
      several: '{count} places sont libres pour vous : « {title} », {when}, {lab}',
      together: '{count} places sont libres pour vous',
    },
    en: {
      name: 'A place becomes free in a session',
      one: 'You have a place now: “{title}”, {when}, {lab}',
      several: 'You have {count} places now: “{title}”, {when}, {lab}',
      together: 'You have {count} places now',
    },
  },
  more: (_, language) =>
    language === 'fr'
      ? 'Si vous ne pouvez pas venir, annulez l’inscription : la personne suivante aura la place.'
      : 'If you cannot come, cancel the registration: the next person gets the place.',
};

export const sessionChanged: NoticeKind<SessionDetails> = {
  ...common,
  name: 'session.changed',
  defaults: both,
  words: {
    fr: {
      name: 'Une de mes séances est modifiée',
      one: 'Séance modifiée : « {title} », maintenant {when}, {lab}',
      several: 'Séance modifiée {count} fois : « {title} », maintenant {when}, {lab}',
      together: '{count} séances sont modifiées',
    },
    en: {
      name: 'One of my sessions is changed',
      one: 'Session changed: “{title}”, now {when}, {lab}',
      several: 'Session changed {count} times: “{title}”, now {when}, {lab}',
      together: '{count} sessions are changed',
    },
  },
};

export const sessionCancelled: NoticeKind<CancelledDetails> = {
  ...common,
  name: 'session.cancelled',
  defaults: both,
  words: {
    fr: {
      name: 'Une de mes séances est annulée',
      one: 'Séance annulée : « {title} », {when}, {lab}',
      several: 'Séance annulée : « {title} », {when}, {lab} ({count} personnes)',
      together: '{count} séances sont annulées',
    },
    en: {
      name: 'One of my sessions is cancelled',
      one: 'Session cancelled: “{title}”, {when}, {lab}',
      several: 'Session cancelled: “{title}”, {when}, {lab} ({count} people)',
      together: '{count} sessions are cancelled',
    },
  },
  more: ({ reason }, language) => (language === 'fr' ? `Raison : ${reason}` : `Reason: ${reason}`),
};

export const sessionReminder: NoticeKind<SessionDetails> = {
  ...common,
  name: 'session.reminder',
  defaults: both,
  words: {
    fr: {
      name: 'Rappel la veille d’une séance',
      one: 'Rappel : « {title} », {when}, {lab}',
      several: 'Rappel : « {title} », {when}, {lab} ({count} personnes)',
      together: 'Rappel : {count} séances',
    },
    en: {
      name: 'Reminder the day before a session',
      one: 'Reminder: “{title}”, {when}, {lab}',
      several: 'Reminder: “{title}”, {when}, {lab} ({count} people)',
      together: 'Reminder: {count} sessions',
    },
  },
  more: (_, language) =>
    language === 'fr'
      ? 'Si vous ne pouvez pas venir, annulez l’inscription : une autre personne aura la place.'
      : 'If you cannot come, cancel the registration: another person gets the place.',
};

export const sessionAppointment: NoticeKind<AppointmentDetails> = {
  ...common,
  // For the trainer.
  path: ({ sessionId }: AppointmentDetails): string => `/agenda/${sessionId}`,
  name: 'session.appointment',
  defaults: both,
  words: {
    fr: {
      name: 'Un rendez-vous avec moi est pris ou annulé',
      one: 'Rendez-vous, {when}, {lab} : « {title} »',
      several: '{count} changements de rendez-vous, {when}, {lab} : « {title} »',
      together: '{count} changements de rendez-vous',
    },
    en: {
      name: 'An appointment with me is booked or cancelled',
      one: 'Appointment, {when}, {lab}: “{title}”',
      several: '{count} changes of an appointment, {when}, {lab}: “{title}”',
      together: '{count} changes of appointments',
    },
  },
  more: ({ change }, language) => {
    if (change === 'booked')
      return language === 'fr' ? 'Une personne l’a réservé.' : 'A person has booked it.';
    return language === 'fr' ? 'La personne l’a annulé.' : 'The person has cancelled it.';
  },
};

/** The notices about sessions. */
export const sessionNotices = [
  ...[sessionRegistered, sessionMovedUp, sessionChanged],
  ...[sessionCancelled, sessionReminder, sessionAppointment],
];
