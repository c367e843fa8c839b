import type { ServerFaults } from '../../platform/kit/faults';

export const jobsFaults = {
  'JOB.APPROVAL_COSTLY': {
    status: 409,
    en: [
      'The expected cost is {euros} €; this lab approves what costs more than {limitEuros} €.',
      'Wait until the staff of the lab have approved the job.',
    ],
    fr: [
      'Le coût prévu est de {euros} € ; au-delà de {limitEuros} €, ce lab donne d’abord son accord.',
      'Attendez que l’équipe du lab accepte le travail.',
    ],
  },
  'JOB.APPROVAL_LONG': {
    status: 409,
    en: [
      'The print takes about {hours} h; this lab approves what takes longer than {limitHours} h.',
      'Wait until the staff of the lab have approved the job.',
    ],
    fr: [
      'L’impression dure environ {hours} h ; au-delà de {limitHours} h, ce lab donne d’abord son accord.',
      'Attendez que l’équipe du lab accepte le travail.',
    ],
  },
  'JOB.APPROVAL_MATERIAL': {
    status: 409,
    en: [
      'This lab approves each job in {material}.',
      'Wait until the staff of the lab have approved the job.',
    ],
    fr: [
      'Ce lab donne d’abord son accord pour chaque travail en {material}.',
      'Attendez que l’équipe du lab accepte le travail.',
    ],
  },
  'JOB.APPROVAL_NEW_MEMBER': {
    status: 409,
    en: [
      'This lab approves the first {firstJobs} jobs of each member; {made} were made so far.',
      'Wait until the staff of the lab have approved the job.',
    ],
    fr: [
      'Ce lab donne d’abord son accord pour les premiers travaux de chaque membre ({made} sur {firstJobs} faits).',
      'Attendez que l’équipe du lab accepte le travail.',
    ],
  },
  'JOB.SUBMITTED_BY_STAFF': {
    status: 409,
    en: [
      'The staff of the lab submitted this job: it needs no approval.',
      'There is nothing to do: the job waits for a machine only.',
    ],
    fr: [
      'L’équipe du lab a déposé ce travail : il n’a pas besoin d’accord.',
      'Il n’y a rien à faire : le travail attend seulement une machine.',
    ],
  },
  'JOB.NOT_APPROVED': {
    status: 409,
    en: [
      'The staff of the lab refused this job: {words}',
      'Change what they ask for, then submit the file again; or talk to them.',
    ],
    fr: [
      'L’équipe du lab a refusé ce travail : {words}',
      'Corrigez ce qu’elle demande, puis déposez de nouveau le fichier ; ou parlez-lui.',
    ],
  },
  'JOB.NOT_AWAITING': {
    status: 409,
    en: ['This job does not wait for approval.', 'Reload it to see its present state.'],
    fr: ['Ce travail n’attend pas d’accord.', 'Rechargez-le pour voir son état.'],
  },
  'JOB.CHANGED': {
    status: 409,
    en: ['The job was changed since you opened it, by {who}.', 'Look at it again, then repeat your change.'],
    fr: [
      'Le travail a changé depuis que vous l’avez ouvert (par {who}).',
      'Regardez-le de nouveau, puis refaites votre modification.',
    ],
    terms: {
      who: {
        you: { en: 'you', fr: 'vous' },
        member: { en: 'its member', fr: 'son membre' },
        staff: { en: 'the staff of the lab', fr: 'l’équipe du lab' },
        other: { en: 'another member', fr: 'un autre membre' },
        server: { en: 'the service', fr: 'le service' },
      },
    },
  },
  'JOB.CHANGED_BY': {
    status: 409,
    en: ['{name} changed the job since you opened it.', 'Look at it again, then repeat your change.'],
    fr: [
      '{name} a modifié le travail depuis que vous l’avez ouvert.',
      'Regardez-le de nouveau, puis refaites votre modification.',
    ],
  },
  'JOB.DUE_FIRM': {
    status: 409,
    en: ['The staff of the lab confirmed the date of this job.', 'Ask them to change it: only they can.'],
    fr: [
      'L’équipe du lab a confirmé la date de ce travail.',
      'Demandez-lui de la changer : elle seule peut le faire.',
    ],
  },
  'JOB.NO_DUE_DATE': {
    status: 422,
    en: ['There is no date to confirm.', 'Enter when the job has to be ready, then confirm it.'],
    fr: ['Il n’y a pas de date à confirmer.', 'Indiquez quand le travail doit être prêt, puis confirmez.'],
  },
  'JOB.HELD_BY_STAFF': {
    status: 409,
    en: ['The staff of the lab hold this job.', 'Ask them to release it: only they can.'],
    fr: ['L’équipe du lab a suspendu ce travail.', 'Demandez-lui de le relancer : elle seule peut le faire.'],
  },
  'JOB.HELD': {
    status: 409,
    en: ['Held: {words}', 'It waits until it is released.'],
    fr: ['Suspendu : {words}', 'Il attend qu’une personne le relance.'],
  },
  'JOB.PRIORITY_SET': {
    status: 409,
    en: ['Priority {steps}: {words}', 'The staff of the lab can change it while the job waits.'],
    fr: ['Priorité {steps} : {words}', 'L’équipe du lab peut la changer tant que le travail attend.'],
  },
  'JOB.COLOUR_CHOSEN': {
    status: 409,
    en: ['Chosen: {colour}.', 'Until a machine takes the job, another colour can be chosen.'],
    fr: [
      'Choix : {colour}.',
      'Tant qu’aucune machine ne prend le travail, une autre couleur peut être choisie.',
    ],
  },
  'JOB.LAB_CHANGED': {
    status: 409,
    en: ['From {from} to {to}, which begins it sooner.', 'The part is made, and waits for you, in {to}.'],
    fr: ['Du lab {from} au lab {to}, qui le commence plus tôt.', 'La pièce vous attendra au lab {to}.'],
  },
  'JOB.PINNED_ELSEWHERE': {
    status: 409,
    en: [
      'The job is for another machine only, so it cannot be the next one on this machine.',
      'Choose this machine for the job first, or allow every machine.',
    ],
    fr: [
      'Le travail est réservé à une autre machine : il ne peut pas passer en premier sur celle-ci.',
      'Choisissez d’abord cette machine pour le travail, ou autorisez toutes les machines.',
    ],
  },
  'JOB.BATCH_UNKNOWN': {
    status: 404,
    en: ['There is no such batch.', 'Open one of its jobs from the list of jobs.'],
    fr: ['Ce lot n’existe pas.', 'Ouvrez un de ses travaux dans la liste des travaux.'],
  },
  'JOB.BATCH_CHANGED': {
    status: 409,
    en: ['A job of this batch was changed since you opened it.', 'Look at the batch again, then repeat.'],
    fr: [
      'Un travail de ce lot a changé depuis que vous l’avez ouvert.',
      'Regardez de nouveau le lot, puis recommencez.',
    ],
  },
  'JOB.KEY_REUSED': {
    status: 422,
    en: [
      'This Idempotency-Key was already used for a different submission.',
      'Give each submission its own key; use the same key only to send the same submission again.',
    ],
    fr: [
      'Cette clé (Idempotency-Key) a déjà servi à un autre dépôt.',
      'Donnez à chaque dépôt sa propre clé ; utilisez la même clé seulement pour renvoyer le même dépôt.',
    ],
  },
  'JOB.MATERIAL_DIFFERS': {
    status: 409,
    en: [
      'The file is made for {file}; you ask for {material}.',
      'Slice the part again for {material}, leave the material out to wait for {file}, or confirm that you still want {material}.',
    ],
    fr: [
      'Le fichier est fait pour {file} ; vous demandez {material}.',
      'Tranchez la pièce de nouveau pour {material}, ou n’indiquez pas de matière pour attendre {file}, ou confirmez que vous voulez quand même {material}.',
    ],
  },
  'JOB.MATERIAL_CHOSEN': {
    status: 409,
    en: ['Chosen: {material}.', 'Until a machine takes the job, another material can be chosen.'],
    fr: [
      'Choix : {material}.',
      'Tant qu’aucune machine ne prend le travail, une autre matière peut être choisie.',
    ],
  },
  'JOB.OTHER_MATERIAL_CHOSEN': {
    status: 409,
    en: [
      'Chosen: {material}, although the file is made for {insteadOf}.',
      'Until a machine takes the job, another material can be chosen.',
    ],
    fr: [
      'Choix : {material}, bien que le fichier soit fait pour {insteadOf}.',
      'Tant qu’aucune machine ne prend le travail, une autre matière peut être choisie.',
    ],
  },
  'JOB.NOT_QUEUED': {
    status: 409,
    en: ['The job is {state}: it is not in the queue any more.', 'Reload it to see its present state.'],
    fr: ['Le travail est {state} : il n’est plus dans la file.', 'Rechargez-le pour voir son état.'],
  },
  'JOB.NOT_STOPPED': {
    status: 409,
    en: [
      'The job is {state}: only a job whose run was stopped can be made again.',
      'Reload it to see its present state; submit its file again to make another part.',
    ],
    fr: [
      'Le travail est {state} : seul un travail dont la tentative a été arrêtée peut être refait.',
      'Rechargez-le pour voir son état ; déposez de nouveau son fichier pour refaire une pièce.',
    ],
  },
  'JOB.UNKNOWN': {
    status: 404,
    en: ['There is no such job.', 'It may belong to another member; your own jobs are in your list.'],
    fr: [
      'Ce travail n’existe pas.',
      'Il appartient peut-être à un autre membre ; vos travaux sont dans votre liste.',
    ],
  },
  'JOB.RUN_UNKNOWN': {
    status: 404,
    en: ['There is no such run.', 'Open its job: the page of the job lists its runs.'],
    fr: ['Cette tentative n’existe pas.', 'Retrouvez-la à partir de son travail.'],
  },
  'JOB.NO_TRANSCRIPT': {
    status: 404,
    en: [
      'There is no transcript of this run.',
      'The lab sends it when the run has ended and the lab is connected; a run that ended in a crash has none.',
    ],
    fr: [
      'Il n’y a pas de relevé des échanges pour cette tentative.',
      'Le lab l’envoie quand la tentative est terminée et qu’il est connecté ; une tentative coupée par une panne n’en a pas.',
    ],
  },
  'JOB.RUN_ENDED': {
    status: 409,
    en: ['The run has already ended: {state}.', 'Reload it to see how it ended.'],
    fr: ['La tentative est déjà terminée : {state}.', 'Rechargez-la pour voir comment elle s’est terminée.'],
  },
  'SLIP.MACHINE_AWAY': {
    status: 409,
    en: [
      'The machine that was to print it is not available.',
      'Staff look after it; another machine may take it.',
    ],
    fr: [
      'La machine prévue n’est pas disponible.',
      'L’équipe s’en occupe ; une autre machine peut la remplacer.',
    ],
  },
  'SLIP.OTHERS_FIRST': {
    status: 409,
    en: ['Other jobs came before it.', 'The page of the job shows its place in the queue.'],
    fr: ['D’autres travaux sont passés avant.', 'La page du travail montre sa place dans la file.'],
  },
  'SLIP.LONGER_PRINTS': {
    status: 409,
    en: ['The prints before it take longer than expected.', 'You have nothing to do.'],
    fr: ['Les impressions précédentes durent plus longtemps que prévu.', 'Vous n’avez rien à faire.'],
  },
} satisfies ServerFaults;
