import type { AuditWords } from '../../platform/audit/audit-words';

export const bankAudit = {
  'bank.line-booked': {
    en: 'Bank line booked as a payment',
    fr: 'Ligne de banque enregistrée comme encaissement',
  },
  'bank.line-ignored': { en: 'Bank line ignored', fr: 'Ligne de banque écartée' },
  'bank.line-reopened': { en: 'Bank line no longer ignored', fr: 'Ligne de banque reprise' },
  'bank.statement-imported': { en: 'Bank statement imported', fr: 'Relevé bancaire importé' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof bankAudit, true> {}
}
