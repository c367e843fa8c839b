import type { AuditWords } from '../../platform/audit/audit-words';

export const prestationsAudit = {
  'prestation.line-added': { en: 'Line added to a client order', fr: 'Ligne ajoutée à une prestation' },
  'prestation.opened': { en: 'Client order created', fr: 'Prestation créée' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof prestationsAudit, true> {}
}
