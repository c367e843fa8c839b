import type { Words } from '../../../i18n/words';

export const fr = {
  intro: 'Choisissez un lab pour voir si les heures annoncées étaient justes.',
  none: 'Aucun lab pour le moment.',
  starts: {
    title: 'Débuts d’impression, sur douze semaines',
    none: 'Aucune impression n’a commencé après une attente. Les chiffres viendront avec les premières.',
    within: 'ont commencé dans l’intervalle annoncé',
    half: 'd’écart au plus pour la moitié des impressions',
    ninety: 'd’écart au plus pour neuf sur dix',
    about:
      'L’heure comparée est la première annoncée au membre. Neuf débuts sur dix devraient être dans l’intervalle.',
    weeks: 'Par semaine',
    week: 'Depuis le {{day}}',
    part: '{{within}} sur {{jobs}}',
    noJobs: 'aucune',
  },
  prints: {
    title: 'Durées d’impression apprises',
    none: 'Pas encore d’impression terminée. Les durées des fichiers comptent telles quelles.',
    about:
      'Le service multiplie chaque durée prévue par ce facteur. Peu d’impressions comptent peu ; il reste entre 0,5 et 2.',
    list: 'Facteurs par machine et matière',
    machine: 'Machine',
    plastic: 'Matière',
    unknown: 'Inconnue',
    count: 'Impressions',
    measured: 'Mesuré',
    factor: 'Facteur',
  },
  beds: {
    title: 'Temps avant de libérer un plateau',
    about: 'Compté pendant l’ouverture du lab, sur 60 jours. Sans expérience, c’est vingt minutes.',
    none: 'Aucun plateau libéré pour le moment : vingt minutes sont prévues à toute heure.',
    hour: '{{hour}} h',
    value: '{{minutes}} min',
    count_one: '{{count}} plateau',
    count_other: '{{count}} plateaux',
  },
};

export const en: Words<typeof fr> = {
  intro: 'Choose a lab to see whether the hours that were told were right.',
  none: 'No lab yet.',
  starts: {
    title: 'Starts of prints, in twelve weeks',
    none: 'No print has begun after a wait. The figures come with the first ones.',
    within: 'began within the interval that was told',
    half: 'off at most, for half of the prints',
    ninety: 'off at most, for nine of ten',
    about:
      'Compared with the first hour that the member was told. Nine starts of ten should be in the interval.',
    weeks: 'By week',
    week: 'Since {{day}}',
    part: '{{within}} of {{jobs}}',
    noJobs: 'none',
  },
  prints: {
    title: 'Print times that were learnt',
    none: 'No print has ended yet. The times of the files count as they are.',
    about:
      'An expected time is multiplied by this factor. A few prints count little; it stays between 0.5 and 2.',
    list: 'Factors by machine and material',
    machine: 'Machine',
    plastic: 'Material',
    unknown: 'Unknown',
    count: 'Prints',
    measured: 'Measured',
    factor: 'Factor',
  },
  beds: {
    title: 'Time until a bed is cleared',
    about: 'Counted while the lab is open, over 60 days. Without experience, it is twenty minutes.',
    none: 'No bed was cleared yet: twenty minutes are expected at any hour.',
    hour: '{{hour}}:00',
    value: '{{minutes}} min',
    count_one: '{{count}} bed',
    count_other: '{{count}} beds',
  },
};
