import {
  CONVENTION_MODEL,
  INDICATORS,
  type IndicatorCode,
  type IndicatorParameters,
  indicatorOf,
  type PublicsPerson,
  publicsTable,
} from '@pandafab/domain';
import { narrowedWords } from '../french-words';
import type { ReportContent, ReportFigure } from '../report-content.dto';

const MONTHS = ['2026-01', '2026-02', '2026-03', '2026-04', '2026-05', '2026-06'];

/** Numbers that differ for each figure and stay the same. */
const numberAt = (at: number, scale: number): number => Math.round(((at * 7919) % 97) * scale) + 12;

function figureOf(
  indicator: IndicatorCode,
  at: number,
  parameters: IndicatorParameters = {},
  id: string | null = null,
): ReportFigure {
  const definition = indicatorOf(indicator);
  const unit = definition?.unit ?? 'count';
  const scale = unit === 'cents' ? 41_237 : unit === 'percent' ? 0.9 : 14;
  const value = numberAt(at, scale);
  return {
    ...{ id, indicator, version: 1, unit, name: definition?.name.fr ?? indicator },
    parameters: { ...parameters },
    narrowedTo: narrowedWords(parameters, () => undefined),
    ...{ value, previous: numberAt(at + 3, scale), target: id === null ? null : Math.round(value * 1.1) },
    comment: null,
  };
}

/** A report of a network with everything in it, for tests of its files. */
export function sampleContent(change: Partial<ReportContent> = {}): ReportContent {
  const objectives = CONVENTION_MODEL.map(({ title, quotation, indicators }, at) => ({
    ...{ id: `o${at}`, title, quotation },
    comment: at % 2 === 0 ? 'L’ouverture du samedi a attiré un public nouveau, surtout des familles.' : null,
    figures: indicators.map(({ indicator, parameters }, place) =>
      figureOf(indicator, at * 5 + place, parameters, `i${at}-${place}`),
    ),
  }));
  return {
    form: 1,
    convention: {
      id: 'c' as ReportContent['convention']['id'],
      title: 'Convention d’objectifs et de moyens 2026–2028',
      parties: ['Ville de Dijon', 'État (DRAC Bourgogne-Franche-Comté)', 'Association Centre multimédia'],
      ...{ startsOn: '2026-01-01', endsOn: '2028-12-31' },
    },
    ...{ lab: null, period: '2026-H1', previousPeriod: '2025-H2', from: '2026-01-01', until: '2026-06-30' },
    asOf: '2026-07-08T09:00:00.000Z',
    intro:
      'Ce semestre a vu l’ouverture d’un deuxième fablab.\n\nLes séances individuelles restent la demande la plus forte.',
    objectives,
    overview: INDICATORS.map(({ code }, at) => figureOf(code, at)),
    tables: tables(),
    ...change,
  };
}

const named = ['Grésilles', 'Fontaine d’Ouche', 'Chenôve', 'Centre'];

function tables(): ReportContent['tables'] {
  const people = Array.from(
    { length: 180 },
    (_, at): PublicsPerson => ({
      ageBand: (['12-17', '18-25', '26-59', '60+'] as const)[at % 4] ?? 'unknown',
      gender: at % 5 === 0 ? null : (['femme', 'homme'][at % 2] ?? null),
      neighbourhood: at % 7 === 0 ? null : (named[Math.floor(at / 5) % named.length] ?? null),
    }),
  );
  return {
    visitsByMonth: MONTHS.map((key, at) => ({ key, people: numberAt(at, 20) })),
    visitsByPublic: ['child', 'youth', 'adult', 'senior', 'family', 'school', 'professional'].map(
      (key, at) => ({ key, people: numberAt(at, 9) }),
    ),
    visitsByPurpose: ['make', 'session', 'computer', 'rights', 'question', 'other'].map((key, at) => ({
      ...{ key, people: numberAt(at + 2, 9) },
    })),
    sessionsByTopic: Array.from({ length: 24 }, (_, at) => ({
      key: `t${at}`,
      label: `Initiation ${at + 1} : découvrir l’impression 3D et la découpe`,
      labelEn: `Introduction ${at + 1}`,
      ...{ sessions: numberAt(at, 0.2), people: numberAt(at, 2) },
    })),
    sessionsByKind: ['appointment', 'course', 'workshop', 'class'].map((key, at) => ({
      ...{ key, label: null, labelEn: null, sessions: numberAt(at, 1), people: numberAt(at, 4) },
    })),
    sessionsByAudience: ['everyone', 'school', 'spaces'].map((key, at) => ({
      ...{ key, label: null, labelEn: null, sessions: numberAt(at, 1), people: numberAt(at, 4) },
    })),
    schools: Array.from({ length: 9 }, (_, at) => ({
      key: `s${at}`,
      label: `Collège ${named[at % 4]} n° ${at + 1}`,
      isPriority: at % 2 === 0,
      neighbourhood: named[at % 4] ?? null,
      ...{ sessions: at + 1, people: 22 * (at + 1), projects: at % 3 },
    })),
    projects: Array.from({ length: 6 }, (_, at) => ({
      key: `p${at}`,
      label: `Le film du quartier, ${at + 1}e partie`,
      organisation: at % 2 === 0 ? 'Maison de quartier des Grésilles' : null,
      state: at % 2 === 0 ? ('done' as const) : ('running' as const),
      startsOn: '2026-02-01',
      endedOn: at % 2 === 0 ? '2026-05-30' : null,
      outcome: at % 2 === 0 ? 'Un film de douze minutes, projeté devant deux cents personnes.' : null,
    })),
    incomeByActivity: [
      { key: 'video', cents: 1_245_000 },
      { key: 'training', cents: 480_050 },
      { key: 'printing', cents: 96_317 },
      { key: null, cents: -1_000 },
    ],
    incomeByPrestation: [
      ...Array.from({ length: 7 }, (_, at) => ({
        key: `pr${at}`,
        reference: `PR-2026-${String(at + 1).padStart(4, '0')}`,
        title: 'Captation et montage',
        client: 'Communauté urbaine',
        cents: 177_857 + at,
      })),
      { key: null, reference: null, title: null, client: null, cents: 96_317 },
    ],
    costsByHeading: [
      { key: 'Salaires et charges', cents: 6_812_044 },
      { key: 'Achats de matière', cents: 312_590 },
      { key: 'Entretien des machines', cents: 98_000 },
    ],
    inKindByHeading: [{ key: 'Locaux mis à disposition par la Ville', cents: 1_200_000 }],
    instalments: [
      {
        ...{ key: 'v1', label: 'Premier acompte', payer: 'Ville de Dijon', dueOn: '2026-02-15' },
        ...{ receivedOn: '2026-02-20', cents: 9_000_000 },
      },
      {
        ...{ key: 'v2', label: 'Solde', payer: 'État', dueOn: '2026-06-15', receivedOn: null },
        cents: 4_500_000,
      },
    ],
    publics: structuredClone(publicsTable(people)) as ReportContent['tables']['publics'],
  };
}
