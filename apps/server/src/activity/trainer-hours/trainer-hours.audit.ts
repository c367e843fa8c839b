import type { AuditWords } from '../../platform/audit/audit-words';

export const trainerHoursAudit = {
  'trainer-hours.changed': {
    en: 'Hours for appointments changed',
    fr: 'Horaires de rendez-vous modifiés',
  },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof trainerHoursAudit, true> {}
}
