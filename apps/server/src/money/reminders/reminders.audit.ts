import type { AuditWords } from '../../platform/audit/audit-words';

export const remindersAudit = {
  'reminder-settings.recorded': {
    en: 'Settings of reminders recorded',
    fr: 'Réglages des relances enregistrés',
  },
  'reminder.sent': { en: 'Reminder sent', fr: 'Relance envoyée' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof remindersAudit, true> {}
}
