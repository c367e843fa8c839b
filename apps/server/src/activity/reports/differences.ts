import { indicatorKey } from '@pandafab/domain';
import type { ReportContent, ReportFigure } from './report-content.dto';
import type { ReportDifference } from './reports.dto';

type Point = Omit<ReportDifference, 'frozen' | 'now' | 'isRedefined'> & {
  readonly value: number | null;
  readonly version: number;
};
type Unit = ReportDifference['unit'];

/** The figures of a frozen report that are different now, in the order of the report. */
export function differencesOf(frozen: ReportContent, now: ReportContent): ReportDifference[] {
  const before = pointsOf(frozen);
  const after = pointsOf(now);
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    const point = was ?? is;
    if (!point || (was?.value ?? null) === (is?.value ?? null)) return [];
    const { value: _, version: __, ...what } = point;
    const isRedefined = was !== undefined && is !== undefined && was.version !== is.version;
    return [{ ...what, frozen: was?.value ?? null, now: is?.value ?? null, isRedefined }];
  });
}

/** Every number of a report by what it is; an indicator that stands in several places is one. */
function pointsOf({ objectives, overview, tables }: ReportContent): ReadonlyMap<string, Point> {
  const points = new Map<string, Point>();
  for (const figure of [...objectives.flatMap(({ figures }) => figures), ...overview]) {
    const { key, point } = pointOfFigure(figure);
    if (!points.has(key)) points.set(key, point);
  }
  for (const point of rowsOf(tables))
    points.set([point.table, point.key ?? '', point.unit].join('\u0000'), point);
  return points;
}

const pointOfFigure = ({ indicator, parameters, unit, value, version }: ReportFigure) => ({
  key: indicatorKey(indicator, parameters),
  point: { ...{ indicator, parameters, unit, value, version }, table: null, key: null, label: null },
});

interface Row {
  readonly key: string | null;
  readonly label?: string | null;
  readonly reference?: string | null;
  readonly people?: number;
  readonly sessions?: number;
  readonly cents?: number;
}

function rowsOf(tables: ReportContent['tables']): Point[] {
  const { publics: _, ...lists } = tables;
  return Object.entries(lists).flatMap(([table, rows]) =>
    (rows as Row[]).flatMap((row) => numbersOf(table, row)),
  );
}

function numbersOf(table: string, row: Row): Point[] {
  const point = (unit: Unit, value: number | undefined): Point[] =>
    value === undefined
      ? []
      : [
          {
            ...{ indicator: null, table, parameters: {}, key: row.key, unit, value, version: 1 },
            label: row.label ?? row.reference ?? null,
          },
        ];
  return [...point('people', row.people), ...point('count', row.sessions), ...point('cents', row.cents)];
}
