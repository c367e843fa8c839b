import type { ServerFaults } from '../../platform/kit/faults';

export const jobsFaults = {
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
} satisfies ServerFaults;
