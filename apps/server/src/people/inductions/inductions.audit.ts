import type { AuditWords } from '../../platform/audit/audit-words';

export const inductionsAudit = {
  'induction.granted': { en: 'Induction given', fr: 'Habilitation donnée' },
  'induction.withdrawn': { en: 'Induction withdrawn', fr: 'Habilitation retirée' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof inductionsAudit, true> {}
}
