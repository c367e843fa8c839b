import type { AuditWords } from '../../platform/audit/audit-words';

export const agentsAudit = {
  'agent.code-made': { en: 'Enrolment code created', fr: 'Code d’enrôlement créé' },
  'agent.enrolled': { en: 'Lab computer enrolled', fr: 'Ordinateur de lab enrôlé' },
  'agent.renewal-requested': { en: 'New agent secret requested', fr: 'Nouveau secret d’agent demandé' },
  'agent.revoked': { en: 'Agent revoked', fr: 'Agent révoqué' },
  'agent.secret-given': { en: 'Agent secret handed over', fr: 'Secret d’agent remis' },
  'agent.secret-renewed': { en: 'Agent secret renewed', fr: 'Secret d’agent renouvelé' },
  'agent.took-over': { en: 'Agent reconnected', fr: 'Agent reconnecté' },
  'run.unknown': { en: 'Unknown run reported by the lab', fr: 'Tentative inconnue signalée par le lab' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof agentsAudit, true> {}
}
