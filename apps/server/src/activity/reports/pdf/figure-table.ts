import { reachedOf } from '@pandafab/domain';
import { INK, PAGE, type Pdf } from '../../../money/rendering/pdf/page';
import { type Place, type TableColumn, type TableRow, table } from '../../../money/rendering/pdf/table';
import { textWidth, writeLine } from '../../../money/rendering/pdf/text';
import type { ReportFigure } from '../report-content.dto';
import { figure, NOTHING } from './formats';
import { bar, tick } from './patterns';
import type { ReportFlow } from './report-flow';

const COLUMNS: readonly TableColumn[] = [
  { title: 'Indicateur', share: 30 },
  { title: 'Cible', share: 13, align: 'right' },
  { title: 'Valeur', share: 14, align: 'right' },
  { title: 'Période préc.', share: 14, align: 'right' },
  { title: 'Atteint', share: 9, align: 'right' },
  { title: '', share: 20 },
];

/** The bars of one indicator: this period above the one before, and a mark for the target, all on one scale. */
function drawBars(pdf: Pdf, { value, previous, target }: ReportFigure, place: Place): void {
  const most = Math.max(value ?? 0, previous ?? 0, target ?? 0);
  if (most <= 0) return;
  const width = place.width - 4;
  const scaled = (of: number | null) => (Math.max(0, of ?? 0) / most) * width;
  const top = place.y + (place.height - 14) / 2;
  bar(pdf, 'solid', [place.x, top, scaled(value), 8]);
  bar(pdf, 'hatched', [place.x, top + 9, scaled(previous), 5]);
  if (target !== null && target > 0) tick(pdf, place.x + scaled(target), top - 2, 18);
}

const rowOf = (pdf: Pdf, each: ReportFigure): TableRow => {
  const { value, previous, target, unit } = each;
  const reached = reachedOf(value, target);
  return {
    cells: [
      each.narrowedTo === null ? each.name : `${each.name} (${each.narrowedTo})`,
      target === null ? NOTHING : figure(target, unit),
      figure(value, unit),
      figure(previous, unit),
      reached === null ? NOTHING : `${reached}\u00a0%`,
      '',
    ],
    draw: (place) => drawBars(pdf, each, place),
  };
};

/** Columns of targets: left out where there is none. */
const OF_TARGETS = [1, 4];

/** Indicators with target, value and the period before, and a bar chart in the last column. */
export function figureTable(flow: ReportFlow, figures: readonly ReportFigure[]): void {
  const hasTargets = figures.some(({ target }) => target !== null);
  const shown = <Each>(all: readonly Each[]): Each[] =>
    all.filter((_, at) => hasTargets || !OF_TARGETS.includes(at));
  const rows = figures.map((each) => rowOf(flow.pdf, each));
  table(
    flow,
    shown(COLUMNS),
    rows.map((row) => ({ ...row, cells: shown(row.cells) })),
  );
  legend(flow, hasTargets);
}

const SMALL = { size: 7.5, colour: INK.soft } as const;

/** What the fills of the bars mean. */
function legend(flow: ReportFlow, hasTargets: boolean): void {
  const { pdf } = flow;
  flow.y -= 6;
  flow.keep(14);
  let x: number = PAGE.left;
  const entry = (text: string, draw: (at: number) => void) => {
    draw(x);
    writeLine(pdf, text, x + 20, flow.y, 200, SMALL);
    x += 20 + textWidth(pdf, text, SMALL) + 18;
  };
  entry('cette période', (at) => bar(pdf, 'solid', [at, flow.y + 1, 15, 7]));
  entry('période précédente', (at) => bar(pdf, 'hatched', [at, flow.y + 1, 15, 7]));
  if (hasTargets) entry('cible', (at) => tick(pdf, at + 8, flow.y - 1, 11));
  flow.y += 18;
}
