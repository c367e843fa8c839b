import type { AuditWords } from '../../platform/audit/audit-words';

export const openingHoursAudit = {
  'lab.closure-added': { en: 'Closure or other hours added', fr: 'Fermeture ou autres horaires ajoutés' },
  'lab.closure-removed': {
    en: 'Closure or other hours removed',
    fr: 'Fermeture ou autres horaires supprimés',
  },
  'lab.hours-changed': { en: 'Opening hours changed', fr: 'Horaires d’ouverture modifiés' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof openingHoursAudit, true> {}
}
