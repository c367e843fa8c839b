import type { AuditWords } from '../../platform/audit/audit-words';

export const jobsAudit = {
  'job.cancelled': { en: 'Job cancelled', fr: 'Travail annulé' },
  'job.ended-cancelled': { en: 'Job stopped: cancelled', fr: 'Travail arrêté : annulé' },
  'job.ended-done': { en: 'Job done', fr: 'Travail terminé' },
  'job.ended-failed': { en: 'Job stopped: failed', fr: 'Travail arrêté : échec' },
  'job.ended-interrupted': { en: 'Job stopped: interrupted', fr: 'Travail arrêté : interrompu' },
  'job.material-chosen': { en: 'Job’s material chosen', fr: 'Matière d’un travail choisie' },
  'job.redone': { en: 'Job made again', fr: 'Travail refait' },
  'job.returned': {
    en: 'Job back in the queue: nothing was sent',
    fr: 'Travail remis dans la file : rien n’a été envoyé',
  },
  'job.submitted': { en: 'Job submitted', fr: 'Travail déposé' },
  'run.accepted': { en: 'Run accepted by the lab', fr: 'Tentative acceptée par le lab' },
  'run.cancel-requested': { en: 'Cancellation requested', fr: 'Annulation demandée' },
  'run.ended-cancelled': { en: 'Run cancelled', fr: 'Tentative annulée' },
  'run.ended-done': { en: 'Run done', fr: 'Tentative terminée' },
  'run.ended-failed': { en: 'Run failed', fr: 'Tentative échouée' },
  'run.ended-interrupted': { en: 'Run interrupted', fr: 'Tentative interrompue' },
  'run.pause-requested': { en: 'Pause requested', fr: 'Pause demandée' },
  'run.paused': { en: 'Run paused', fr: 'Tentative en pause' },
  'run.resume-requested': { en: 'Resume requested', fr: 'Reprise demandée' },
  'run.resumed': { en: 'Run resumed', fr: 'Tentative reprise' },
  'run.reported-late': { en: 'Run’s figures received later', fr: 'Chiffres d’une tentative reçus plus tard' },
  'run.started': { en: 'Run started', fr: 'Tentative commencée' },
} as const satisfies AuditWords;

declare module '../../platform/audit/audit-words' {
  interface AuditActions extends Record<keyof typeof jobsAudit, true> {}
}
