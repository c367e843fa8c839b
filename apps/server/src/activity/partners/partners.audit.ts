import type { AuditWords } from '../../platform/audit/audit-words';

export const partnersAudit = {
  'partner.put': { en: 'Partner recorded or changed', fr: 'Partenaire enregistré ou modifié' },
  'partner.removed': { en: 'Partner removed from the list', fr: 'Partenaire retiré de la liste' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof partnersAudit, true> {}
}
