import type { AuditWords } from '../../platform/audit/audit-words';

export const prestationsAudit = {
  'prestation.cancelled': { en: 'Client order cancelled', fr: 'Prestation annulée' },
  'prestation.changed': { en: 'Client order changed', fr: 'Prestation modifiée' },
  'prestation.confirmed': { en: 'Client order confirmed', fr: 'Prestation confirmée' },
  'prestation.delivered': { en: 'Client order delivered', fr: 'Prestation livrée' },
  'prestation.line-added': { en: 'Line added to a client order', fr: 'Ligne ajoutée à une prestation' },
  'prestation.lines-changed': {
    en: 'Lines of a client order changed',
    fr: 'Lignes d’une prestation modifiées',
  },
  'prestation.opened': { en: 'Client order created', fr: 'Prestation créée' },
  'prestation.reopened': { en: 'Client order reopened', fr: 'Prestation rouverte' },
  'prestation.stages-changed': {
    en: 'Stages of a client order changed',
    fr: 'Étapes d’une prestation modifiées',
  },
  'prestation.started': { en: 'Client order started', fr: 'Prestation commencée' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof prestationsAudit, true> {}
}
