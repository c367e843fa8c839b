import type { AuditWords } from '../../platform/audit/audit-words';

export const organisationsAudit = {
  'organisation.changed': { en: 'Client changed', fr: 'Client modifié' },
  'organisation.registered': { en: 'Client registered', fr: 'Client enregistré' },
  'contact.added': { en: 'Contact of a client added', fr: 'Contact d’un client ajouté' },
  'contact.changed': { en: 'Contact of a client changed', fr: 'Contact d’un client modifié' },
  'contact.removed': { en: 'Contact of a client removed', fr: 'Contact d’un client retiré' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof organisationsAudit, true> {}
}
