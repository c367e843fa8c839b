import type { AuditWords } from '../audit/audit-words';

export const queuesAudit = {
  'queue.replayed': { en: 'Failed task retried', fr: 'Tâche en échec relancée' },
} as const satisfies AuditWords;

declare module '../audit/audit-words' {
  interface AuditActions extends Record<keyof typeof queuesAudit, true> {}
}
