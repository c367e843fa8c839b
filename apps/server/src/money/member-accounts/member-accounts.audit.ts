import type { AuditWords } from '../../platform/audit/audit-words';

export const memberAccountsAudit = {
  'accounts.settings-changed': {
    en: 'Payment by members’ accounts changed',
    fr: 'Paiement par les comptes des membres modifié',
  },
  'lab.settlement-changed': {
    en: 'What a lab charges for cancelled prints changed',
    fr: 'Facturation des impressions annulées d’un lab modifiée',
  },
  'group.payer-chosen': { en: 'Payer of a group chosen', fr: 'Payeur d’un groupe choisi' },
  'prepaid.opened': { en: 'Prepaid account opened', fr: 'Compte prépayé ouvert' },
  'account.topped-up': { en: 'Account topped up', fr: 'Compte rechargé' },
  'account.top-up-undone': { en: 'Top-up undone', fr: 'Recharge annulée' },
  'account.refunded': { en: 'Money of an account paid back', fr: 'Argent d’un compte remboursé' },
  'account.corrected': { en: 'Account corrected', fr: 'Compte corrigé' },
  'account.allowance-changed': {
    en: 'Allowance of an account changed',
    fr: 'Découvert autorisé d’un compte modifié',
  },
  'account.invoiced': { en: 'Prints of a member invoiced', fr: 'Impressions d’un membre facturées' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof memberAccountsAudit, true> {}
}
