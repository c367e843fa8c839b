import type { AuditWords } from '../../platform/audit/audit-words';

export const cardPaymentsAudit = {
  'card-payment.started': { en: 'Card payment started', fr: 'Paiement par carte commencé' },
  'card-payment.booked': { en: 'Card payment booked', fr: 'Paiement par carte enregistré' },
  'card-payment.problem': {
    en: 'Card payment differs or cannot be booked',
    fr: 'Paiement par carte différent ou non enregistré',
  },
  'card-payment.resolved': {
    en: 'Problem of a card payment resolved',
    fr: 'Problème d’un paiement par carte résolu',
  },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof cardPaymentsAudit, true> {}
}
