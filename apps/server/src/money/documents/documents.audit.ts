import type { AuditWords } from '../../platform/audit/audit-words';

export const documentsAudit = {
  'invoice.issued': { en: 'Invoice issued', fr: 'Facture émise' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof documentsAudit, true> {}
}
