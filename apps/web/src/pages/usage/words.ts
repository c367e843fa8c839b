import type { Words } from '../../i18n/words';

export const fr = {
  title: 'Consommations',
  intro: 'Ce que chaque impression terminée a utilisé, et ce qu’elle a coûté ou aurait coûté.',
  none: 'Aucune consommation.',
  noneCure: 'Chaque impression terminée s’ajoute ici automatiquement.',
  file: 'Fichier',
  day: 'Terminée le',
  member: 'Pour',
  lab: 'Lab',
  category: 'Tarif',
  categories: {
    resident: 'Résident',
    member: 'Membre',
    student: 'Étudiant',
    school: 'Scolaire',
    organisation: 'Client',
  },
  time: 'Durée',
  grams: 'Filament',
  value: 'Valeur',
  charged: 'À payer',
  free: 'Gratuit',
};

export const en: Words<typeof fr> = {
  title: 'Usage',
  intro: 'What each finished print used, and what it cost or would have cost.',
  none: 'No usage yet.',
  noneCure: 'Each finished print is added here automatically.',
  file: 'File',
  day: 'Finished on',
  member: 'For',
  lab: 'Lab',
  category: 'Rate',
  categories: {
    resident: 'Resident',
    member: 'Member',
    student: 'Student',
    school: 'School',
    organisation: 'Client',
  },
  time: 'Time',
  grams: 'Filament',
  value: 'Value',
  charged: 'To be paid',
  free: 'Free',
};
