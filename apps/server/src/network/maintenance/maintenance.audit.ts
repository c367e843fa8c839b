import type { AuditWords } from '../../platform/audit/audit-words';

export const maintenanceAudit = {
  'machine.maintenance-cancelled': { en: 'Maintenance cancelled', fr: 'Maintenance annulée' },
  'machine.maintenance-done': { en: 'Maintenance noted', fr: 'Maintenance notée' },
  'machine.maintenance-planned': { en: 'Maintenance planned', fr: 'Maintenance prévue' },
  'machine.service-rule-added': { en: 'Regular service added', fr: 'Entretien régulier ajouté' },
  'machine.service-rule-removed': { en: 'Regular service removed', fr: 'Entretien régulier supprimé' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof maintenanceAudit, true> {}
}
