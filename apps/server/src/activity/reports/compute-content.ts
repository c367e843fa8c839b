import {
  daysOfPeriod,
  INDICATORS,
  type IndicatorCode,
  type IndicatorParameters,
  indicatorOf,
  previousPeriod,
} from '@pandafab/domain';
import type { Instant, LabId, TopicId } from '@pandafab/shared';
import { type EntityManager, In } from 'typeorm';
import { toIso } from '../../platform/http/fields';
import { readIndicator } from '../indicators/queries';
import { type IndicatorScope, scopeOf } from '../indicators/scope';
import { readTables } from '../indicators/tables/read-tables';
import { Topic } from '../topics/topic.entity';
import { narrowedWords } from './french-words';
import type { ReportContent, ReportFigure } from './report-content.dto';

/** A report without its figures: what it is about, and what it measures. */
export interface ReportFrame {
  readonly convention: ReportContent['convention'];
  readonly lab: ReportContent['lab'];
  readonly period: string;
  readonly objectives: readonly FramedObjective[];
}
export interface FramedObjective {
  readonly id: string;
  readonly title: string;
  readonly quotation: string;
  readonly figures: readonly FramedFigure[];
}
export interface FramedFigure {
  readonly id: string;
  readonly indicator: IndicatorCode;
  readonly parameters: IndicatorParameters;
  readonly target: number | null;
}

type Compute = (figure: Omit<FramedFigure, 'id'> & { readonly id: string | null }) => Promise<ReportFigure>;

/** Computes a report as it is now, without comments. */
export async function computeContent(
  manager: EntityManager,
  frame: ReportFrame,
  now: Instant,
): Promise<ReportContent> {
  const { convention, lab, period } = frame;
  const of = { labId: (lab?.id ?? null) as LabId | null, conventionId: convention.id, now };
  const scopes = [scopeOf(of, period), scopeOf(of, previousPeriod(period))] as const;
  const topics = await topicsOf(manager, frame.objectives);
  const compute: Compute = (figure) => computeFigure(manager, scopes, topics, figure);
  const overview = [];
  for (const { code: indicator } of INDICATORS)
    overview.push(await compute({ id: null, indicator, parameters: {}, target: null }));
  const objectives = [];
  for (const { figures, ...objective } of frame.objectives) {
    const computed = [];
    for (const figure of figures) computed.push(await compute(figure));
    objectives.push({ ...objective, comment: null, figures: computed });
  }
  const tables = await readTables(manager, scopes[0]);
  return {
    ...{ form: 1, convention, lab, period, previousPeriod: previousPeriod(period), ...daysOfPeriod(period) },
    ...{ asOf: toIso(now), intro: null, objectives, overview },
    // A copy that may be changed: the tables are of rows that others may keep.
    tables: structuredClone(tables) as ReportContent['tables'],
  };
}

async function computeFigure(
  manager: EntityManager,
  [now, before]: readonly [IndicatorScope, IndicatorScope],
  topics: ReadonlyMap<string, string>,
  { id, indicator, parameters, target }: Parameters<Compute>[0],
): Promise<ReportFigure> {
  const definition = indicatorOf(indicator);
  if (!definition) throw new RangeError(`no indicator ${indicator}`);
  return {
    ...{ id, indicator, version: definition.version, unit: definition.unit, name: definition.name.fr },
    parameters: { ...parameters },
    narrowedTo: narrowedWords(parameters, (name, value) =>
      name === 'topic' ? (topics.get(value) ?? value) : undefined,
    ),
    value: await readIndicator(manager, now, indicator, parameters),
    previous: await readIndicator(manager, before, indicator, parameters),
    ...{ target, comment: null },
  };
}

async function topicsOf(
  manager: EntityManager,
  objectives: readonly FramedObjective[],
): Promise<ReadonlyMap<string, string>> {
  const ids = objectives.flatMap(({ figures }) =>
    figures.flatMap(({ parameters }) => parameters.topic ?? []),
  );
  if (ids.length === 0) return new Map();
  const topics = await manager.findBy(Topic, { id: In(ids as TopicId[]) });
  return new Map(topics.map(({ id, nameFr }) => [id, nameFr]));
}
