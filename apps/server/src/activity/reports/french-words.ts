import type { IndicatorParameters } from '@pandafab/domain';

/** Reports are in French, as the agreement is. Words for the codes in their tables. */
export const PUBLICS: Readonly<Record<string, string>> = {
  child: 'Enfants',
  youth: 'Jeunes',
  adult: 'Adultes',
  senior: 'Seniors',
  family: 'Familles',
  school: 'Scolaires',
  professional: 'Professionnels',
};
export const PURPOSES: Readonly<Record<string, string>> = {
  make: 'Fabriquer',
  session: 'Suivre une séance',
  computer: 'Utiliser un ordinateur',
  rights: 'Accès aux droits',
  question: 'Se renseigner',
  other: 'Autre',
};
export const KINDS: Readonly<Record<string, string>> = {
  appointment: 'Séances individuelles',
  course: 'Cours d’initiation',
  workshop: 'Ateliers',
  class: 'Classes et groupes',
  'open-lab': 'Accès libre encadré',
};
export const AUDIENCES: Readonly<Record<string, string>> = {
  everyone: 'Tous publics',
  members: 'Usagers',
  group: 'Groupes',
  school: 'Établissements scolaires',
  spaces: 'Autres espaces numériques',
  client: 'Clients',
};
export const TARIFFS: Readonly<Record<string, string>> = {
  resident: 'Résidents',
  member: 'Hors résidence',
  student: 'Étudiants',
  school: 'Scolaires',
  organisation: 'Organisations',
};
const ACTIVITIES: Readonly<Record<string, string>> = {
  printing: 'Impression 3D',
  training: 'Formation',
  video: 'Vidéo',
  advice: 'Conseil',
  'machine-time': 'Temps de machine',
  none: 'Sans activité',
};
export const PROJECT_STATES: Readonly<Record<string, string>> = {
  planned: 'prévu',
  running: 'en cours',
  done: 'achevé',
  stopped: 'arrêté',
};

const NAMES: Readonly<Record<string, string>> = {
  public: 'public',
  purpose: 'motif',
  kind: 'type de séance',
  topic: 'thème',
  audience: 'destinataires',
  machineKind: 'type de machine',
  category: 'tarif',
  material: 'matière',
  activity: 'activité',
  heading: 'poste',
};
const VALUES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  ...{ public: PUBLICS, purpose: PURPOSES, kind: KINDS, audience: AUDIENCES, category: TARIFFS },
  activity: ACTIVITIES,
};

/** The name of a code; the code itself where it is a word of the staff. */
export const wordOf = (words: Readonly<Record<string, string>>, code: string): string => words[code] ?? code;

export const activityWord = (activity: string | null): string => wordOf(ACTIVITIES, activity ?? 'none');

/**
 * What an indicator is narrowed to, such as “public : Seniors”; null where it is not.
 * @param nameOf the name behind an id, such as that of a topic
 */
export function narrowedWords(
  parameters: IndicatorParameters,
  nameOf: (name: string, value: string) => string | undefined,
): string | null {
  const parts = Object.entries(parameters).map(([name, value]) => {
    const word = nameOf(name, value) ?? wordOf(VALUES[name] ?? {}, value);
    return `${NAMES[name] ?? name} : ${word}`;
  });
  return parts.length === 0 ? null : parts.join(', ');
}

/** “1er semestre 2026”, “année 2026”. */
export function periodWords(period: string): string {
  const [year, half] = period.split('-');
  if (half === undefined) return `année ${year}`;
  return `${half === 'H1' ? '1er' : '2e'} semestre ${year}`;
}
