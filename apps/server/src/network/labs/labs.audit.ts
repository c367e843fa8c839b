import type { AuditWords } from '../../platform/audit/audit-words';

export const labsAudit = {
  'lab.changed': { en: 'Lab changed', fr: 'Lab modifié' },
  'lab.held': { en: 'Lab’s queue put on hold', fr: 'File du lab suspendue' },
  'lab.opened': { en: 'Lab added', fr: 'Lab ajouté' },
  'lab.released': { en: 'Lab’s queue resumed', fr: 'File du lab relancée' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof labsAudit, true> {}
}
