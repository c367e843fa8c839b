import type { AuditWords } from '../../platform/audit/audit-words';

export const clientPageAudit = {
  'share-link.created': { en: 'Link for the client created', fr: 'Lien du client créé' },
  'share-link.revoked': { en: 'Link for the client revoked', fr: 'Lien du client révoqué' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof clientPageAudit, true> {}
}
