import type { AuditWords } from '../../platform/audit/audit-words';

export const documentsAudit = {
  'document.draft-deleted': { en: 'Draft of a document deleted', fr: 'Brouillon de document supprimé' },
  'document.drafted': { en: 'Draft of a document created', fr: 'Brouillon de document créé' },
  'document.issued': { en: 'Document issued', fr: 'Document émis' },
  'document.mailed': { en: 'Document sent by mail', fr: 'Document envoyé par courriel' },
  /** Recorded before documents had kinds. */
  'invoice.issued': { en: 'Invoice issued', fr: 'Facture émise' },
  'quote.accepted': { en: 'Quote accepted', fr: 'Devis accepté' },
  'quote.refused': { en: 'Quote refused', fr: 'Devis refusé' },
  'quote.sent': { en: 'Quote sent', fr: 'Devis envoyé' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof documentsAudit, true> {}
}
