import { frenchDay } from '../../../money/kit/french';
import { euros } from '../../../money/rendering/pdf/figures';
import { type TableColumn, table } from '../../../money/rendering/pdf/table';
import * as words from '../french-words';
import type { ReportContent } from '../report-content.dto';
import { figureTable } from './figure-table';
import { count, NOTHING } from './formats';
import type { ReportFlow } from './report-flow';
import { chapter, note, section } from './titles';

type Tables = ReportContent['tables'];
const right = (title: string, share: number): TableColumn => ({ title, share, align: 'right' });

/** The lists behind the figures, and every indicator. */
export function drawAnnexes(flow: ReportFlow, content: ReportContent): void {
  chapter(flow, 'Annexes');
  const { tables } = content;
  drawSessions(flow, tables);
  drawSchools(flow, tables);
  drawProjects(flow, tables);
  drawPrestations(flow, tables);
  section(flow, 'Tous les indicateurs');
  note(flow, 'Les définitions exactes sont publiées avec le logiciel (docs/indicators.md).');
  figureTable(flow, content.overview);
}

function drawSessions(
  flow: ReportFlow,
  { sessionsByTopic, sessionsByKind, sessionsByAudience }: Tables,
): void {
  const draw = (title: string, rows: Tables['sessionsByTopic'], codes: Readonly<Record<string, string>>) => {
    if (rows.length === 0) return;
    section(flow, title);
    table(
      flow,
      [{ title: '', share: 60 }, right('Séances', 20), right('Participations', 20)],
      [
        ...rows.map(({ key, label, sessions, people }) => ({
          cells: [
            label ?? (key === null ? 'Sans thème' : words.wordOf(codes, key)),
            ...[count(sessions), count(people)],
          ],
        })),
        {
          cells: [
            'Total',
            count(rows.reduce((sum, { sessions }) => sum + sessions, 0)),
            count(rows.reduce((sum, { people }) => sum + people, 0)),
          ],
          isBold: true,
        },
      ],
    );
  };
  draw('Séances par thème', sessionsByTopic, {});
  draw('Séances par type', sessionsByKind, words.KINDS);
  draw('Séances par destinataires', sessionsByAudience, words.AUDIENCES);
}

function drawSchools(flow: ReportFlow, { schools }: Tables): void {
  if (schools.length === 0) return;
  section(flow, 'Établissements scolaires');
  table(
    flow,
    [
      { title: 'Établissement', share: 34 },
      { title: 'Quartier', share: 20 },
      { title: 'Éducation prioritaire', share: 14 },
      ...[right('Séances', 10), right('Participations', 13), right('Projets', 9)],
    ],
    schools.map(({ label, neighbourhood, isPriority, sessions, people, projects }) => ({
      cells: [
        ...[label, neighbourhood ?? NOTHING, isPriority ? 'oui' : 'non'],
        ...[count(sessions), count(people), count(projects)],
      ],
    })),
  );
}

function drawProjects(flow: ReportFlow, { projects }: Tables): void {
  if (projects.length === 0) return;
  section(flow, 'Projets');
  table(
    flow,
    [
      { title: 'Projet', share: 28 },
      { title: 'Pour', share: 20 },
      { title: 'État', share: 11 },
      { title: 'Dates', share: 17 },
      { title: 'Résultat', share: 24 },
    ],
    projects.map(({ label, organisation, state, startsOn, endedOn, outcome }) => ({
      cells: [
        ...[label, organisation ?? NOTHING, words.wordOf(words.PROJECT_STATES, state)],
        endedOn === null
          ? `depuis le ${frenchDay(startsOn)}`
          : `${frenchDay(startsOn)} – ${frenchDay(endedOn)}`,
        outcome ?? NOTHING,
      ],
    })),
  );
}

function drawPrestations(flow: ReportFlow, { incomeByPrestation }: Tables): void {
  if (incomeByPrestation.length === 0) return;
  section(flow, 'Recettes par prestation');
  const sum = incomeByPrestation.reduce((total, { cents }) => total + cents, 0);
  table(
    flow,
    [{ title: 'Prestation', share: 46 }, { title: 'Client', share: 34 }, right('Montant HT', 20)],
    [
      ...incomeByPrestation.map(({ reference, title, client, cents }) => ({
        cells: [
          reference === null ? 'Particuliers, ensemble' : `${reference} · ${title ?? ''}`,
          ...[client ?? NOTHING, euros(cents)],
        ],
      })),
      { cells: ['Total', '', euros(sum)], isBold: true },
    ],
  );
}
