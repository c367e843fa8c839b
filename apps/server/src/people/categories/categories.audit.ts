import type { AuditWords } from '../../platform/audit/audit-words';

export const categoriesAudit = {
  'category.changed': { en: 'Category changed', fr: 'Catégorie modifiée' },
  'category.made': { en: 'Category added', fr: 'Catégorie ajoutée' },
  'category.restored': { en: 'Category restored', fr: 'Catégorie rétablie' },
  'category.retired': { en: 'Category retired', fr: 'Catégorie retirée' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof categoriesAudit, true> {}
}
