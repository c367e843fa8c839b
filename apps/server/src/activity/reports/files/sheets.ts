import type { PublicsCount, PublicsGroup } from '@pandafab/domain';
import type { Cell } from '../../../money/exports/tables/cell';
import * as words from '../french-words';
import type { ReportContent, ReportFigure } from '../report-content.dto';

/** A sheet of a spreadsheet file, or a part of the CSV. */
export interface Sheet {
  readonly name: string;
  readonly titles: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

const UNITS: Readonly<Record<ReportFigure['unit'], string>> = {
  people: 'personnes',
  count: 'nombre',
  hours: 'heures',
  grams: 'grammes',
  percent: '%',
  cents: '€',
};
export const unitWord = (unit: ReportFigure['unit']): string => UNITS[unit];

/** A figure as a spreadsheet counts with it: money in euros. */
export function figureCell(value: number | null, unit: ReportFigure['unit']): Cell {
  if (value === null) return null;
  return unit === 'cents' ? { cents: value } : { number: value };
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

/** Name of a group of people that is shown in a table of publics. */
export const groupWord = ({ group, name }: PublicsGroup): string =>
  ({ named: capital(name ?? ''), unknown: 'Non renseigné', other: 'Autres' })[group];

/** The same for a group of ages: “12-17 ans”, “60 ans et plus”. */
export function ageWord(of: PublicsGroup): string {
  if (of.group !== 'named' || of.name === null) return groupWord(of);
  return of.name.endsWith('+') ? `${of.name.slice(0, -1)} ans et plus` : `${of.name} ans`;
}

const yesNo = (is: boolean): string => (is ? 'oui' : 'non');

/** Everything in a report that can be counted with, in the order of the report. */
export const sheetsOf = (content: ReportContent): Sheet[] => [
  about(content),
  objectives(content),
  overview(content),
  visits(content),
  sessions(content),
  publics(content),
  schools(content),
  projects(content),
  income(content),
  costs(content),
  instalments(content),
];

const about = (content: ReportContent): Sheet => ({
  name: 'Rapport',
  titles: ['Rubrique', 'Contenu'],
  rows: [
    ['Convention', content.convention.title],
    ...content.convention.parties.map((party) => ['Partie', party]),
    ['Période', words.periodWords(content.period)],
    ['Premier jour', { day: content.from }],
    ['Dernier jour', { day: content.until }],
    ['Périmètre', content.lab?.name ?? 'Ensemble du réseau'],
    ['Chiffres arrêtés le', content.asOf],
    ...(content.intro === null ? [] : [['Introduction', content.intro]]),
  ],
});

const figureRow = (figure: ReportFigure): Cell[] => [
  figure.name,
  figure.narrowedTo,
  unitWord(figure.unit),
  figureCell(figure.target, figure.unit),
  figureCell(figure.value, figure.unit),
  figureCell(figure.previous, figure.unit),
];

const FIGURE_TITLES = ['Indicateur', 'Précision', 'Unité', 'Cible', 'Valeur', 'Période précédente'];

const objectives = ({ objectives: all }: ReportContent): Sheet => ({
  name: 'Objectifs',
  titles: ['Objectif', ...FIGURE_TITLES, 'Commentaire'],
  rows: all.flatMap(({ title, comment, figures }) => [
    ...(comment === null ? [] : [[title, null, null, null, null, null, null, comment]]),
    ...figures.map((figure) => [title, ...figureRow(figure), figure.comment]),
  ]),
});

const overview = ({ overview: all }: ReportContent): Sheet => ({
  name: 'Indicateurs',
  titles: [...FIGURE_TITLES, 'Code', 'Version'],
  rows: all.map((figure) => [...figureRow(figure), figure.indicator, { number: figure.version }]),
});

function visits({ tables }: ReportContent): Sheet {
  const part = (
    name: string,
    rows: ReportContent['tables']['visitsByMonth'],
    wordOf: (key: string) => string = (key) => key,
  ): Cell[][] => rows.map(({ key, people }) => [name, wordOf(key), { number: people }]);
  return {
    name: 'Fréquentation',
    titles: ['Par', 'Libellé', 'Entrées'],
    rows: [
      ...part('Mois', tables.visitsByMonth),
      ...part('Public', tables.visitsByPublic, (key) => words.wordOf(words.PUBLICS, key)),
      ...part('Motif', tables.visitsByPurpose, (key) => words.wordOf(words.PURPOSES, key)),
    ],
  };
}

function sessions({ tables }: ReportContent): Sheet {
  const part = (
    name: string,
    rows: ReportContent['tables']['sessionsByTopic'],
    codes: Readonly<Record<string, string>> = {},
  ): Cell[][] =>
    rows.map(({ key, label, sessions: held, people }) => [
      ...[name, label ?? (key === null ? 'Sans thème' : words.wordOf(codes, key))],
      ...[{ number: held }, { number: people }],
    ]);
  return {
    name: 'Séances',
    titles: ['Par', 'Libellé', 'Séances', 'Participations'],
    rows: [
      ...part('Thème', tables.sessionsByTopic),
      ...part('Type', tables.sessionsByKind, words.KINDS),
      ...part('Destinataires', tables.sessionsByAudience, words.AUDIENCES),
    ],
  };
}

function publics({ tables: { publics: table } }: ReportContent): Sheet {
  const part = (name: string, rows: readonly PublicsCount[], wordOf = groupWord): Cell[][] =>
    rows.map((row) => [name, wordOf(row), null, { number: row.people }]);
  return {
    name: 'Publics',
    titles: ['Par', 'Libellé', 'Tranche d’âge', 'Usagers'],
    rows: [
      ...part('Âge', table.byAge, ageWord),
      ...part('Genre', table.byGender),
      ...part('Quartier', table.byNeighbourhood),
      ...table.byNeighbourhoodAndAge.map(({ neighbourhood, age, people }) => [
        ...['Quartier et âge', groupWord(neighbourhood), ageWord(age), { number: people }],
      ]),
    ],
  };
}

const schools = ({ tables }: ReportContent): Sheet => ({
  name: 'Établissements',
  titles: ['Établissement', 'Éducation prioritaire', 'Quartier', 'Séances', 'Participations', 'Projets'],
  rows: tables.schools.map((school) => [
    ...[school.label, yesNo(school.isPriority), school.neighbourhood],
    ...[{ number: school.sessions }, { number: school.people }, { number: school.projects }],
  ]),
});

const projects = ({ tables }: ReportContent): Sheet => ({
  name: 'Projets',
  titles: ['Projet', 'Pour', 'État', 'Début', 'Fin', 'Résultat'],
  rows: tables.projects.map((project) => [
    ...[project.label, project.organisation, words.wordOf(words.PROJECT_STATES, project.state)],
    ...[{ day: project.startsOn }, { day: project.endedOn }, project.outcome],
  ]),
});

const income = ({ tables }: ReportContent): Sheet => ({
  name: 'Recettes',
  titles: ['Par', 'Libellé', 'Client', 'Montant HT'],
  rows: [
    ...tables.incomeByActivity.map(({ key, cents }) => [
      ...['Activité', words.activityWord(key), null, { cents }],
    ]),
    ...tables.incomeByPrestation.map(({ reference, title, client, cents }) => [
      'Prestation',
      ...(reference === null
        ? ['Particuliers', null, { cents }]
        : [`${reference} ${title ?? ''}`.trim(), client, { cents }]),
    ]),
  ],
});

const costs = ({ tables }: ReportContent): Sheet => ({
  name: 'Dépenses',
  titles: ['Nature', 'Poste', 'Montant'],
  rows: [
    ...tables.costsByHeading.map(({ key, cents }) => ['Dépense', key, { cents }]),
    ...tables.inKindByHeading.map(({ key, cents }) => ['Contribution en nature', key, { cents }]),
  ],
});

const instalments = ({ tables }: ReportContent): Sheet => ({
  name: 'Subvention',
  titles: ['Versement', 'Financeur', 'Attendu le', 'Reçu le', 'Montant'],
  rows: tables.instalments.map(({ label, payer, dueOn, receivedOn, cents }) => [
    ...[label, payer, { day: dueOn }, { day: receivedOn }, { cents }],
  ]),
});
