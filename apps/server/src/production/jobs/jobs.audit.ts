import type { AuditWords } from '../../platform/audit/audit-words';

export const jobsAudit = {
  'job.approval-asked': { en: 'Approval of a job asked for', fr: 'Accord demandé pour un travail' },
  'job.approved': { en: 'Job approved', fr: 'Travail accepté' },
  'job.cancelled': { en: 'Job cancelled', fr: 'Travail annulé' },
  'job.colour-chosen': { en: 'Job’s colour chosen', fr: 'Couleur d’un travail choisie' },
  'job.due-changed': { en: 'Job’s due date changed', fr: 'Échéance d’un travail modifiée' },
  'job.ended-cancelled': { en: 'Job stopped: cancelled', fr: 'Travail arrêté : annulé' },
  'job.ended-done': { en: 'Job done', fr: 'Travail terminé' },
  'job.ended-failed': { en: 'Job stopped: failed', fr: 'Travail arrêté : échec' },
  'job.ended-interrupted': { en: 'Job stopped: interrupted', fr: 'Travail arrêté : interrompu' },
  'job.held': { en: 'Job held', fr: 'Travail suspendu' },
  'job.labs-chosen': { en: 'Labs of a job chosen', fr: 'Labs d’un travail choisis' },
  'job.maker-here': { en: 'Maker is here for a job', fr: 'Personne présente pour un travail' },
  'job.material-chosen': { en: 'Job’s material chosen', fr: 'Matière d’un travail choisie' },
  'job.moved': { en: 'Job moved in the queue', fr: 'Travail déplacé dans la file' },
  'job.pinned': { en: 'Machine of a job chosen', fr: 'Machine d’un travail choisie' },
  'job.presence-changed': { en: 'Presence for a job changed', fr: 'Présence pour un travail modifiée' },
  'job.priority-changed': { en: 'Job’s priority changed', fr: 'Priorité d’un travail modifiée' },
  'job.put-next': { en: 'Job put next on a machine', fr: 'Travail placé en premier sur une machine' },
  'job.redone': { en: 'Job made again', fr: 'Travail refait' },
  'job.refused': { en: 'Job refused', fr: 'Travail refusé' },
  'job.released': { en: 'Job released', fr: 'Travail relancé' },
  'job.returned': {
    en: 'Job back in the queue: nothing was sent',
    fr: 'Travail remis dans la file : rien n’a été envoyé',
  },
  'job.tags-changed': { en: 'Job’s tags changed', fr: 'Mots-clés d’un travail modifiés' },
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
