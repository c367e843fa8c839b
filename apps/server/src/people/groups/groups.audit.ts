import type { AuditWords } from '../../platform/audit/audit-words';

export const groupsAudit = {
  'group.archived': { en: 'Group archived', fr: 'Groupe archivé' },
  'group.changed': { en: 'Group changed', fr: 'Groupe modifié' },
  'group.made': { en: 'Group created', fr: 'Groupe créé' },
  'group.person-put': { en: 'Person added to a group', fr: 'Personne ajoutée à un groupe' },
  'group.person-removed': { en: 'Person removed from a group', fr: 'Personne retirée d’un groupe' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof groupsAudit, true> {}
}
