import type { Words } from '../../../i18n/words';

export const fr = {
  intro: 'Choisissez un lab : certains de ses travaux peuvent attendre l’accord de son équipe.',
  noLab: 'Vous n’êtes responsable d’aucun lab.',
  title: 'Quels travaux attendent un accord',
  what: 'Une règle vide ne demande rien. Les travaux de l’équipe n’ont jamais besoin d’accord. Les travaux déjà déposés gardent leur état.',
  firstJobs: 'Premiers travaux de chaque membre',
  firstJobsHelp: 'Un accord pour chaque travail, jusqu’à ce nombre de travaux terminés dans ce lab.',
  hours: 'Durée, en heures',
  hoursHelp: 'Un accord pour une impression plus longue.',
  euros: 'Coût, en euros',
  eurosHelp: 'Un accord si tous les exemplaires ensemble coûtent plus.',
  materials: 'Matières',
  materialsHelp: 'Un accord pour chaque impression dans une matière cochée.',
  noMaterial: 'Ce lab n’a pas encore de bobine.',
  saved: 'Les règles d’accord sont enregistrées.',
  queue: 'Voir les travaux qui attendent un accord',
};

export const en: Words<typeof fr> = {
  intro: 'Choose a lab: some of its jobs can wait for the approval of its staff.',
  noLab: 'You look after no lab.',
  title: 'Which jobs wait for approval',
  what: 'An empty rule asks for nothing. Jobs of the staff never need approval. Jobs that were submitted before stay as they are.',
  firstJobs: 'First jobs of each member',
  firstJobsHelp: 'Approval for each job, until so many jobs were made in this lab.',
  hours: 'Time, in hours',
  hoursHelp: 'Approval for a longer print.',
  euros: 'Cost, in euros',
  eurosHelp: 'Approval if all copies together cost more.',
  materials: 'Materials',
  materialsHelp: 'Approval for each print in a ticked material.',
  noMaterial: 'This lab has no spool yet.',
  saved: 'The approval rules are saved.',
  queue: 'See the jobs that wait for approval',
};
