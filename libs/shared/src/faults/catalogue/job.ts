import { entries } from '../entry';

/** Jobs and their runs. */
export const jobFaults = entries({
  'JOB.KEY_REUSED': {
    status: 422,
    en: [
      'This Idempotency-Key has already been used for something else.',
      'Send each submission under a key of its own; the same key only to send the same one again.',
    ],
    fr: [
      'Cette Idempotency-Key a déjà servi pour autre chose.',
      'Donnez à chaque dépôt sa propre clé ; la même clé seulement pour renvoyer le même dépôt.',
    ],
  },
  'JOB.MATERIAL_DIFFERS': {
    status: 409,
    en: [
      'The file is made for {file}; you ask for {material}.',
      'Slice the part again for {material}, leave the material out to wait for {file}, or say that you want {material} all the same.',
    ],
    fr: [
      'Le fichier est fait pour {file} ; vous demandez {material}.',
      'Tranchez la pièce de nouveau pour {material}, n’indiquez pas de matière pour attendre {file}, ou confirmez que vous voulez {material} quand même.',
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
    en: ['The job is {state}, no longer in the queue.', 'Reload it to see where it is now.'],
    fr: ['Le travail est {state}, il n’est plus dans la file.', 'Rechargez-le pour voir où il en est.'],
  },
  'QUEUE.NO_SUCH_LETTER': {
    status: 404,
    en: ['No such step has failed.', 'It may be done by now: reload the list.'],
    fr: ['Aucune étape de ce nom n’a échoué.', 'Elle est peut-être faite : rechargez la liste.'],
  },
  'JOB.NOT_STOPPED': {
    status: 409,
    en: [
      'The job is {state}: only one whose run was stopped is made again.',
      'Reload it to see where it is now; submit its file anew to make another.',
    ],
    fr: [
      'Le travail est {state} : seul un travail dont l’exécution a été interrompue est refait.',
      'Rechargez-le pour voir où il en est ; déposez de nouveau son fichier pour en faire un autre.',
    ],
  },
  'JOB.UNKNOWN': {
    status: 404,
    en: ['There is no such job.', 'It may belong to someone else; your own stand in your list.'],
    fr: [
      'Ce travail n’existe pas.',
      'Il appartient peut-être à quelqu’un d’autre ; les vôtres sont dans votre liste.',
    ],
  },
  'JOB.RUN_UNKNOWN': {
    status: 404,
    en: ['There is no such run.', 'Look it up again from its job.'],
    fr: ['Ce passage n’existe pas.', 'Retrouvez-le à partir de son travail.'],
  },
  'JOB.NO_TRANSCRIPT': {
    status: 404,
    en: [
      'There is no transcript of this run.',
      'It comes once the run has ended and its lab is online; runs cut short by a crash have none.',
    ],
    fr: [
      'Il n’y a pas de relevé de ce passage.',
      'Il arrive quand le passage est fini et son lab en ligne ; un passage coupé par une panne n’en a pas.',
    ],
  },
  'JOB.RUN_ENDED': {
    status: 409,
    en: ['The run has ended already: {state}.', 'Reload it to see how it ended.'],
    fr: ['Le passage est déjà terminé : {state}.', 'Rechargez-le pour voir comment il s’est terminé.'],
  },
});
