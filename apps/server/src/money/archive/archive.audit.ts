import type { AuditWords } from '../../platform/audit/audit-words';

export const archiveAudit = {
  'books.archived': { en: 'Archive of a year made', fr: 'Archive d’une année produite' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof archiveAudit, true> {}
}
