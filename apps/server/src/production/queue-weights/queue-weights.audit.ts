import type { AuditWords } from '../../platform/audit/audit-words';

export const queueWeightsAudit = {
  'lab.queue-weights-changed': {
    en: 'Queue rules of a lab changed',
    fr: 'Règles de la file d’un lab modifiées',
  },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof queueWeightsAudit, true> {}
}
