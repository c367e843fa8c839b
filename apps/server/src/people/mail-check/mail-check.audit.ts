import type { AuditWords } from '../../platform/audit/audit-words';

export const mailCheckAudit = {
  'mail.tested': { en: 'Test mail sent', fr: 'Courriel d’essai envoyé' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof mailCheckAudit, true> {}
}
