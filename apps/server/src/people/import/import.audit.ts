import type { AuditWords } from '../../platform/audit/audit-words';

export const importAudit = {
  'import.made': { en: 'Members imported', fr: 'Membres importés' },
  'import.undone': { en: 'Import undone', fr: 'Import annulé' },
  'members.exported': { en: 'Members exported', fr: 'Membres exportés' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof importAudit, true> {}
}
