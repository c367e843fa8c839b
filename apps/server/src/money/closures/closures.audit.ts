import type { AuditWords } from '../../platform/audit/audit-words';

export const closuresAudit = {
  'books.closed': { en: 'Books closed', fr: 'Période clôturée' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof closuresAudit, true> {}
}
