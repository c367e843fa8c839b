import type { AuditWords } from '../../platform/audit/audit-words';

export const conventionsAudit = {
  'convention.added': { en: 'Agreement added', fr: 'Convention ajoutée' },
  'convention.changed': { en: 'Agreement changed', fr: 'Convention modifiée' },
  'convention.deleted': { en: 'Agreement deleted', fr: 'Convention supprimée' },
  'convention.objectives-changed': {
    en: 'Objectives of an agreement changed',
    fr: 'Objectifs d’une convention modifiés',
  },
  'convention.instalments-changed': {
    en: 'Instalments of a subsidy changed',
    fr: 'Versements d’une subvention modifiés',
  },
  'convention.cost-added': { en: 'Cost noted', fr: 'Dépense saisie' },
  'convention.cost-deleted': { en: 'Cost deleted', fr: 'Dépense supprimée' },
  'convention.costs-imported': { en: 'Costs imported', fr: 'Dépenses importées' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof conventionsAudit, true> {}
}
