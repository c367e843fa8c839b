import type { Words } from '../../../i18n/words';

export const fr = {
  intro: 'Choisissez un lab : ce qui compte dans sa file d’attente, et ce que changerait une autre règle.',
  none: 'Vous n’êtes responsable d’aucun lab.',
  rules: {
    title: 'Ce qui compte',
    about: 'Chaque travail a un score, en heures. Le plus petit score passe en premier.',
    save: 'Enregistrer',
    saved: 'Les règles sont enregistrées. La file est remise en ordre.',
    reset: 'Valeur d’origine ({{value}})',
    resetOf: 'Remettre « {{name}} » à sa valeur d’origine ({{value}})',
    resetAll: 'Tout remettre à l’origine',
    bounds: 'De {{min}} à {{max}} {{unit}}. À l’origine : {{value}}.',
  },
  unit: { hours: 'heures', days: 'jours', times: 'heures par heure' },
  weight: {
    fairShare: {
      name: 'Part équitable',
      help: 'Chaque heure de machine déjà utilisée fait reculer d’autant d’heures. 0 : premier arrivé, premier servi.',
    },
    halfLifeDays: {
      name: 'Oubli de l’usage passé',
      help: 'Après ce nombre de jours, une heure utilisée compte la moitié.',
    },
    ageing: {
      name: 'Attente',
      help: 'Chaque heure d’attente fait avancer d’autant d’heures. Ainsi, aucun travail n’attend toujours.',
    },
    priorityHours: {
      name: 'Priorité',
      help: 'Un cran de priorité fait avancer d’autant d’heures.',
    },
    dueHours: {
      name: 'Date limite',
      help: 'Une date limite proche fait avancer d’autant d’heures, au plus.',
    },
    dueWithinHours: {
      name: 'Date limite : quand elle compte',
      help: 'La date limite compte à partir de ce nombre d’heures avant le dernier moment pour commencer.',
    },
    changeHours: {
      name: 'Changement de bobine',
      help: 'Un travail qui demande une autre bobine recule d’autant d’heures.',
    },
    specialHours: {
      name: 'Machines spéciales',
      help: 'Une machine spéciale reste libre pour les travaux qui en ont besoin, si une autre finit à peine plus tard.',
    },
    idleShare: {
      name: 'Longues impressions la nuit',
      help: 'Chaque heure où la machine attendrait une personne, lab fermé, fait reculer d’autant d’heures.',
    },
    wearHours: {
      name: 'Usure égale',
      help: 'La machine qui a le plus travaillé passe après les autres, de ce nombre d’heures.',
    },
  },
  preview: {
    title: 'Ce que cela changerait',
    example: 'Aucun travail n’attend en ce moment. Voici un exemple : une machine en PLA, six travaux.',
    same: 'Rien ne change dans la file.',
    sooner_one: '{{count}} travail commence plus tôt',
    sooner_other: '{{count}} travaux commencent plus tôt',
    later_one: '{{count}} travail commence plus tard',
    later_other: '{{count}} travaux commencent plus tard',
    median: 'Décalage typique',
    most: 'Le plus grand décalage',
    late: 'En retard sur leur date limite',
    changes: 'Bobines à changer',
    from: '{{before}} → {{after}}',
    list: 'Les travaux, ceux qui changent d’abord',
    place: 'Place {{place}}',
    placeFrom: 'Place {{before}} → {{after}}',
    soonerBy: '{{duration}} plus tôt',
    laterBy: '{{duration}} plus tard',
    noHour: 'sans heure prévue',
    more_one: '{{count}} autre travail n’est pas affiché.',
    more_other: '{{count}} autres travaux ne sont pas affichés.',
    wrong: 'Corrigez d’abord les valeurs hors limites.',
  },
};

export const en: Words<typeof fr> = {
  intro: 'Choose a lab: what counts in its queue, and what another rule would change.',
  none: 'You are not on the staff of any lab.',
  rules: {
    title: 'What counts',
    about: 'Each job has a score, in hours. The lowest score is first.',
    save: 'Save',
    saved: 'The rules are saved. The queue is put in order again.',
    reset: 'Default ({{value}})',
    resetOf: 'Set “{{name}}” back to its default ({{value}})',
    resetAll: 'Set all back to their defaults',
    bounds: 'From {{min}} to {{max}} {{unit}}. Default: {{value}}.',
  },
  unit: { hours: 'hours', days: 'days', times: 'hours for an hour' },
  weight: {
    fairShare: {
      name: 'Fair share',
      help: 'Each hour of machine time used moves a person’s jobs back by so many hours. 0: first come, first served.',
    },
    halfLifeDays: {
      name: 'Forgetting earlier use',
      help: 'After so many days, a used hour counts half.',
    },
    ageing: {
      name: 'Waiting',
      help: 'Each hour of waiting moves a job forward by so many hours. So no job waits for ever.',
    },
    priorityHours: {
      name: 'Priority',
      help: 'One step of priority moves a job forward by so many hours.',
    },
    dueHours: {
      name: 'Due date',
      help: 'A near due date moves a job forward by so many hours at most.',
    },
    dueWithinHours: {
      name: 'Due date: when it counts',
      help: 'A due date counts from so many hours before the last moment to begin.',
    },
    changeHours: {
      name: 'Change of spool',
      help: 'A job that needs another spool stands so many hours later.',
    },
    specialHours: {
      name: 'Special machines',
      help: 'A special machine is left to the jobs that need it, if another one ends only a little later.',
    },
    idleShare: {
      name: 'Long prints at night',
      help: 'Each hour for which its machine would wait for a person, as the lab is closed, moves a job back so much.',
    },
    wearHours: {
      name: 'Equal wear',
      help: 'The machine that has worked most comes after the others, by so many hours.',
    },
  },
  preview: {
    title: 'What it would change',
    example: 'No job waits now. Here is an example: one machine with PLA, six jobs.',
    same: 'Nothing changes in the queue.',
    sooner_one: '{{count}} job begins sooner',
    sooner_other: '{{count}} jobs begin sooner',
    later_one: '{{count}} job begins later',
    later_other: '{{count}} jobs begin later',
    median: 'Typical shift',
    most: 'Largest shift',
    late: 'Late for their due date',
    changes: 'Spools to change',
    from: '{{before}} → {{after}}',
    list: 'The jobs, those that change first',
    place: 'Place {{place}}',
    placeFrom: 'Place {{before}} → {{after}}',
    soonerBy: '{{duration}} sooner',
    laterBy: '{{duration}} later',
    noHour: 'no expected hour',
    more_one: '{{count}} more job is not shown.',
    more_other: '{{count}} more jobs are not shown.',
    wrong: 'First correct the values that are out of bounds.',
  },
};
