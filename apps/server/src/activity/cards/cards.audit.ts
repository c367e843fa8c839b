import type { AuditWords } from '../../platform/audit/audit-words';

export const cardsAudit = {
  'card.given': { en: 'Card given to a member', fr: 'Carte remise à un membre' },
  'card.revoked': { en: 'Card of a member revoked', fr: 'Carte d’un membre révoquée' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof cardsAudit, true> {}
}
