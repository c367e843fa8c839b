import type { AuditWords } from '../../platform/audit/audit-words';

export const topicsAudit = {
  'topic.changed': { en: 'Introduction changed', fr: 'Initiation modifiée' },
  'topic.made': { en: 'Introduction added', fr: 'Initiation ajoutée' },
  'topic.restored': { en: 'Introduction restored', fr: 'Initiation rétablie' },
  'topic.retired': { en: 'Introduction retired', fr: 'Initiation retirée' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof topicsAudit, true> {}
}
