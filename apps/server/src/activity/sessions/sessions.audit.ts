import type { AuditWords } from '../../platform/audit/audit-words';

export const sessionsAudit = {
  'lab-session.billed': { en: 'Session added to a client order', fr: 'Séance ajoutée à une prestation' },
  'lab-session.cancelled': { en: 'Session cancelled', fr: 'Séance annulée' },
  'lab-session.changed': { en: 'Session changed', fr: 'Séance modifiée' },
  'lab-session.held': { en: 'Session noted as held', fr: 'Séance notée comme tenue' },
  'lab-session.made': { en: 'Session planned', fr: 'Séance programmée' },
  'lab-session.reopened': { en: 'Session no longer noted as held', fr: 'Séance rouverte' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof sessionsAudit, true> {}
}
