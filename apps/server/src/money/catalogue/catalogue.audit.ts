import type { AuditWords } from '../../platform/audit/audit-words';

export const catalogueAudit = {
  'article.added': { en: 'Article added to the catalogue', fr: 'Article ajouté au catalogue' },
  'article.archived': { en: 'Article archived', fr: 'Article archivé' },
  'article.changed': { en: 'Article changed', fr: 'Article modifié' },
  'article.restored': { en: 'Article restored', fr: 'Article rétabli' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof catalogueAudit, true> {}
}
