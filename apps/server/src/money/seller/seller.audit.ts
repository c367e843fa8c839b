import type { AuditWords } from '../../platform/audit/audit-words';

export const sellerAudit = {
  'seller.logo-stored': { en: 'Logo stored', fr: 'Logo enregistré' },
  'seller.recorded': { en: 'Seller’s settings changed', fr: 'Réglages du vendeur modifiés' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof sellerAudit, true> {}
}
