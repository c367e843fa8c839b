import type { AuditWords } from '../../platform/audit/audit-words';

export const chainAudit = {
  'chain.verification-started': {
    en: 'Verification of the chain started',
    fr: 'Vérification de la chaîne lancée',
  },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof chainAudit, true> {}
}
