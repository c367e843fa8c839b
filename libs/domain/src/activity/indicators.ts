import type { Wording } from '@pandafab/shared';
import type { IndicatorParameters } from './indicator';
import { AUDIENCES, SESSION_KINDS } from './session';
import { VISIT_PURPOSES, VISITOR_PUBLICS } from './visitor';

/** How a figure is shown. `hours` and `percent` have one decimal, the others are whole numbers. */
export const INDICATOR_UNITS = ['people', 'count', 'hours', 'grams', 'percent', 'cents'] as const;
export type IndicatorUnit = (typeof INDICATOR_UNITS)[number];

export const INDICATOR_GROUPS = ['people', 'sessions', 'labs', 'schools', 'money'] as const;
export type IndicatorGroup = (typeof INDICATOR_GROUPS)[number];

/** What can narrow an indicator; `docs/indicators.md` says which column each one is compared with. */
export const INDICATOR_PARAMETERS = [
  'public',
  'purpose',
  'kind',
  'topic',
  'audience',
  'machineKind',
  'category',
  'material',
  'activity',
  'heading',
] as const;
export type IndicatorParameter = (typeof INDICATOR_PARAMETERS)[number];

export interface IndicatorDefinition {
  readonly code: string;
  /** Raised whenever the definition in `docs/indicators.md` changes. */
  readonly version: number;
  readonly unit: IndicatorUnit;
  readonly group: IndicatorGroup;
  readonly parameters: readonly IndicatorParameter[];
  /** True: it has no figure for one lab alone. */
  readonly isOfNetwork?: true;
  readonly name: Wording;
}

const TAUGHT = ['kind', 'topic', 'audience'] as const;

const define = <const Code extends string>(
  code: Code,
  group: IndicatorGroup,
  unit: IndicatorUnit,
  [fr, en]: readonly [string, string],
  parameters: readonly IndicatorParameter[] = [],
) => ({ ...{ code, group, unit, parameters, version: 1 }, name: { fr, en } });

const ofNetwork = { isOfNetwork: true } as const;

/** Each indicator that a convention can use. The definitions are in `docs/indicators.md`. */
const DEFINED = [
  define('visits', 'people', 'people', ['Entrées', 'Visits'], ['public', 'purpose']),
  define('members-reached', 'people', 'people', ['Usagers touchés', 'Members reached']),
  define('new-members', 'people', 'people', ['Nouveaux usagers', 'New members']),
  define('residents-share', 'people', 'percent', ['Part des résidents', 'Share of residents']),
  define('sessions-held', 'sessions', 'count', ['Séances tenues', 'Sessions held'], TAUGHT),
  define(
    'individual-sessions',
    'sessions',
    'count',
    ['Séances individuelles', 'Individual sessions'],
    ['topic', 'audience'],
  ),
  define('attendances', 'sessions', 'people', ['Participations', 'Attendances'], TAUGHT),
  define('people-taught', 'sessions', 'people', ['Personnes formées', 'People taught'], TAUGHT),
  define('topics-taught', 'sessions', 'count', ['Thèmes d’initiation proposés', 'Topics taught'], TAUGHT),
  define('no-shows', 'sessions', 'count', ['Absences', 'No-shows'], TAUGHT),
  define(
    'inductions',
    'sessions',
    'count',
    ['Habilitations délivrées', 'Inductions granted'],
    ['machineKind'],
  ),
  define('spaces-trained', 'sessions', 'count', ['Espaces numériques formés', 'Digital spaces trained']),
  define('space-staff-attendances', 'sessions', 'people', [
    'Participations d’agents d’autres espaces',
    'Attendances of staff of other spaces',
  ]),
  define('hours-open', 'labs', 'hours', ['Heures d’ouverture', 'Hours open']),
  define('prints', 'labs', 'count', ['Impressions', 'Prints'], ['category']),
  {
    ...define('machine-hours', 'labs', 'hours', ['Heures de machine', 'Machine hours'], ['category']),
    version: 2,
  },
  define('material-grams', 'labs', 'grams', ['Matière utilisée', 'Material used'], ['category', 'material']),
  define('schools', 'schools', 'count', ['Établissements scolaires', 'Schools']),
  define('priority-schools', 'schools', 'count', [
    'Établissements en éducation prioritaire',
    'Schools in priority education areas',
  ]),
  define('school-pupils', 'schools', 'people', ['Participations d’élèves', 'Attendances of pupils']),
  define('projects', 'schools', 'count', ['Projets', 'Projects']),
  define('projects-done', 'schools', 'count', ['Projets achevés', 'Projects done']),
  define(
    'income-services',
    'money',
    'cents',
    ['Recettes de prestations', 'Income from services'],
    ['activity'],
  ),
  define('cashed', 'money', 'cents', ['Encaissements', 'Money received']),
  define('free-access-value', 'money', 'cents', ['Valeur de l’accès gratuit', 'Value of free access']),
  { ...define('subsidy-received', 'money', 'cents', ['Subvention reçue', 'Subsidy received']), ...ofNetwork },
  define('costs', 'money', 'cents', ['Dépenses', 'Costs'], ['heading']),
  define(
    'in-kind-value',
    'money',
    'cents',
    ['Contributions en nature', 'Contributions in kind'],
    ['heading'],
  ),
  { ...define('result', 'money', 'cents', ['Résultat', 'Result']), ...ofNetwork },
] as const;

export type IndicatorCode = (typeof DEFINED)[number]['code'];
export const INDICATORS: readonly (IndicatorDefinition & { readonly code: IndicatorCode })[] = DEFINED;
export const INDICATOR_CODES = DEFINED.map(({ code }) => code) as [IndicatorCode, ...IndicatorCode[]];

/** The definition of an indicator; undefined for a code that the list does not have. */
export const indicatorOf = (code: string) => INDICATORS.find((each) => each.code === code);

/** The first parameter that this indicator does not have; undefined where all fit. */
export function unfitParameter(code: IndicatorCode, parameters: IndicatorParameters): string | undefined {
  const known: readonly string[] = indicatorOf(code)?.parameters ?? [];
  return Object.keys(parameters).find((name) => !known.includes(name));
}

/** The values that a parameter can have, where this list knows them all; the others are words or ids of the labs. */
const VALUES = new Map<string, readonly string[]>([
  ['public', VISITOR_PUBLICS],
  ['purpose', VISIT_PURPOSES],
  ['kind', SESSION_KINDS],
  ['audience', AUDIENCES],
]);

/** The first parameter with a value that it cannot have, and those that it can have; undefined where all fit. */
export function unfitValue(parameters: IndicatorParameters) {
  for (const [parameter, value] of Object.entries(parameters)) {
    const values = VALUES.get(parameter);
    if (values && !values.includes(value)) return { parameter, value, values: values.join(', ') };
  }
  return undefined;
}

/** One of two figures: the same indicator, narrowed in the same way, has the same key. */
export const indicatorKey = (code: string, parameters: IndicatorParameters): string =>
  [
    code,
    ...Object.keys(parameters)
      .sort()
      .map((name) => `${name}=${parameters[name]}`),
  ].join(' ');

const HOUR_MS = 3_600_000;

/** Half away from zero. */
const rounded = (value: number): number => Math.sign(value) * Math.round(Math.abs(value));

/** Milliseconds as hours with one decimal. */
export const hoursOf = (milliseconds: number): number => rounded((milliseconds * 10) / HOUR_MS) / 10;

/** A share in percent with one decimal; null of nothing. */
export const shareOf = (part: number, whole: number): number | null =>
  whole === 0 ? null : rounded((part * 1000) / whole) / 10;

/** Milligrams as whole grams. */
export const gramsOf = (milligrams: number): number => rounded(milligrams / 1000);

/** The part of the target that is reached, in percent; null without a value or a target above 0. */
export const reachedOf = (value: number | null, target: number | null): number | null =>
  value === null || target === null || target <= 0 ? null : rounded((value * 100) / target);
