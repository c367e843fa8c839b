import type { AuditWords } from '../../platform/audit/audit-words';

export const paymentsAudit = {
  'cash.counted': { en: 'Cash counted', fr: 'Caisse comptée' },
  'payment-means.recorded': { en: 'Means of payment set', fr: 'Moyen de paiement réglé' },
  'payment.allotted': { en: 'Payment used for a document', fr: 'Encaissement affecté à un document' },
  'payment.recorded': { en: 'Payment recorded', fr: 'Encaissement enregistré' },
  'payment.refunded': { en: 'Money refunded', fr: 'Remboursement enregistré' },
  'payment.taken-back': { en: 'Payment taken back from a document', fr: 'Affectation reprise' },
  'payment.undone': { en: 'Payment undone', fr: 'Encaissement annulé' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof paymentsAudit, true> {}
}
