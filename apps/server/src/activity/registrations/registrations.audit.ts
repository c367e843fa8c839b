import type { AuditWords } from '../../platform/audit/audit-words';

export const registrationsAudit = {
  'registration.attendance': { en: 'Attendance noted', fr: 'Présence notée' },
  'registration.cancelled': {
    en: 'Registration for a session cancelled',
    fr: 'Inscription à une séance annulée',
  },
  'registration.made': { en: 'Person registered for a session', fr: 'Personne inscrite à une séance' },
  'registration.moved-up': {
    en: 'Person of the waiting list got a place',
    fr: 'Place donnée à une personne de la liste d’attente',
  },
  'session-feed.created': {
    en: 'Calendar address for sessions created',
    fr: 'Adresse d’agenda des séances créée',
  },
  'session-feed.revoked': {
    en: 'Calendar address for sessions revoked',
    fr: 'Adresse d’agenda des séances révoquée',
  },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof registrationsAudit, true> {}
}
