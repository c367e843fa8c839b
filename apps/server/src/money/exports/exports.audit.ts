import type { AuditWords } from '../../platform/audit/audit-words';

export const exportsAudit = {
  'book-accounts.recorded': { en: 'Accounts of the books changed', fr: 'Comptes comptables modifiés' },
  'books.exported': { en: 'Books exported', fr: 'Écritures comptables exportées' },
  'list.exported': { en: 'List exported', fr: 'Liste exportée' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof exportsAudit, true> {}
}
