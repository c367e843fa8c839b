import type { AuditWords } from '../../platform/audit/audit-words';

export const approvalAudit = {
  'lab.approval-rules-changed': {
    en: 'Approval rules of a lab changed',
    fr: 'Règles d’accord d’un lab modifiées',
  },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof approvalAudit, true> {}
}
