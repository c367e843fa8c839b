import type { AuditWords } from '../../platform/audit/audit-words';

export const reportsAudit = {
  'report.added': { en: 'Report begun', fr: 'Rapport commencé' },
  'report.commented': { en: 'Comment of a report changed', fr: 'Commentaire d’un rapport modifié' },
  'report.deleted': { en: 'Draft of a report deleted', fr: 'Brouillon de rapport supprimé' },
  'report.presented': { en: 'Report presented', fr: 'Rapport présenté' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof reportsAudit, true> {}
}
