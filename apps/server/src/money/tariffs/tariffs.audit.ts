import type { AuditWords } from '../../platform/audit/audit-words';

export const tariffsAudit = {
  'tariff.published': { en: 'Tariff published', fr: 'Tarif publié' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof tariffsAudit, true> {}
}
