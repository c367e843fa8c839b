import type { AuditWords } from '../../platform/audit/audit-words';

export const noticesAudit = {
  'account.notices-chosen': { en: 'Choice of notices changed', fr: 'Choix des avis modifié' },
  'account.notices-stopped': {
    en: 'Mails of one kind stopped by their link',
    fr: 'Courriels d’une sorte arrêtés par leur lien',
  },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof noticesAudit, true> {}
}
