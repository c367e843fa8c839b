import type { AuditWords } from '../../platform/audit/audit-words';

export const projectsAudit = {
  'project.changed': { en: 'Project changed', fr: 'Projet modifié' },
  'project.job-added': { en: 'Print added to a project', fr: 'Impression ajoutée à un projet' },
  'project.job-removed': { en: 'Print removed from a project', fr: 'Impression retirée d’un projet' },
  'project.made': { en: 'Project created', fr: 'Projet créé' },
  'project.moved': { en: 'State of a project changed', fr: 'État d’un projet modifié' },
  'project.person-added': { en: 'Person added to a project', fr: 'Personne ajoutée à un projet' },
  'project.person-removed': { en: 'Person removed from a project', fr: 'Personne retirée d’un projet' },
  'project.picture-put': { en: 'Picture of a project stored', fr: 'Image d’un projet enregistrée' },
  'project.picture-removed': { en: 'Picture of a project removed', fr: 'Image d’un projet retirée' },
  'project.prestation-added': {
    en: 'Client order added to a project',
    fr: 'Prestation ajoutée à un projet',
  },
  'project.prestation-removed': {
    en: 'Client order removed from a project',
    fr: 'Prestation retirée d’un projet',
  },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof projectsAudit, true> {}
}
