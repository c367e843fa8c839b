import type { AuditWords } from '../../platform/audit/audit-words';

export const numbersAudit = {
  'numbering.changed': { en: 'Numbering of documents changed', fr: 'Numérotation des documents modifiée' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof numbersAudit, true> {}
}
