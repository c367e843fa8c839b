import type { IndicatorCode } from '@pandafab/domain';
import { frenchDay } from '../../../money/kit/french';
import { INK, PAGE, type Pdf } from '../../../money/rendering/pdf/page';
import { heightOf, write, writeLine } from '../../../money/rendering/pdf/text';
import { periodWords } from '../french-words';
import type { ReportContent, ReportFigure } from '../report-content.dto';
import { columnChart } from './column-chart';
import { change, monthWord, shortFigure } from './formats';

const BAND = 236;
/** The figures that say most to people who read one page. */
const SHOWN: readonly IndicatorCode[] = [
  ...(['visits', 'members-reached', 'sessions-held', 'attendances'] as const),
  ...(['hours-open', 'prints', 'schools', 'free-access-value'] as const),
];
const A_ROW = 4;
const TILE = { width: 118, height: 74, gap: 9 } as const;
const LIGHT = '#cfe3dd';

/** The first page: what the report is, between whom, and its most important figures. */
export function drawCover(pdf: Pdf, content: ReportContent, status: string | null): void {
  pdf.rect(0, 0, PAGE.sheet, BAND).fill(INK.accent);
  const white = { colour: INK.paper } as const;
  let y = 52;
  y += write(pdf, 'Rapport d’activité et financier', PAGE.left, y, PAGE.width, {
    ...{ ...white, face: 'bold', size: 27 },
  });
  y += 4;
  y += write(pdf, capital(periodWords(content.period)), PAGE.left, y, PAGE.width, {
    ...{ ...white, face: 'bold', size: 17 },
  });
  const days = `Du ${frenchDay(content.from)} au ${frenchDay(content.until)}`;
  const place = content.lab === null ? 'Ensemble du réseau' : content.lab.name;
  y += write(pdf, `${days} · ${place}`, PAGE.left, y + 4, PAGE.width, { colour: LIGHT, size: 11 }) + 22;
  write(pdf, content.convention.title, PAGE.left, y, PAGE.width, { ...white, size: 12, mostLines: 3 });
  drawParties(pdf, content);
  drawTiles(pdf, content);
  drawVisits(pdf, content);
  if (status !== null) drawStatus(pdf, status);
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

function drawParties(pdf: Pdf, { convention }: ReportContent): void {
  let y = BAND + 24;
  write(pdf, 'Parties à la convention', PAGE.left, y, PAGE.width, {
    ...{ face: 'bold', size: 8.5, colour: INK.accent },
  });
  y += 14;
  const text = convention.parties.join(' · ');
  y += write(pdf, text, PAGE.left, y, PAGE.width, { size: 10, mostLines: 4 });
  const term = `Convention du ${frenchDay(convention.startsOn)} au ${frenchDay(convention.endsOn)}`;
  write(pdf, term, PAGE.left, y + 2, PAGE.width, { size: 9, colour: INK.soft });
}

function drawTiles(pdf: Pdf, { overview }: ReportContent): void {
  const top = 360;
  write(pdf, 'L’essentiel', PAGE.left, top - 22, PAGE.width, { face: 'bold', size: 13 });
  for (const [at, code] of SHOWN.entries()) {
    const figure = overview.find(({ indicator }) => indicator === code);
    const x = PAGE.left + (at % A_ROW) * (TILE.width + TILE.gap);
    const y = top + Math.floor(at / A_ROW) * (TILE.height + TILE.gap);
    if (figure) drawTile(pdf, figure, x, y);
  }
}

function drawTile(pdf: Pdf, { name, value, previous, unit }: ReportFigure, x: number, y: number): void {
  pdf.rect(x, y, TILE.width, TILE.height).fill(INK.tint);
  pdf.rect(x, y, 3, TILE.height).fill(INK.accent);
  const width = TILE.width - 18;
  writeLine(pdf, shortFigure(value, unit), x + 11, y + 9, width, {
    ...{ face: 'bold', size: 18, colour: INK.accent },
  });
  write(pdf, name, x + 11, y + 36, width, { size: 8.5, mostLines: 2 });
  const moved = change(value, previous);
  if (moved !== null)
    writeLine(pdf, `${moved} / période préc.`, x + 11, y + 60, width, {
      ...{ size: 7, colour: INK.soft },
    });
}

function drawVisits(pdf: Pdf, { tables }: ReportContent): void {
  const y = 550;
  write(pdf, 'Entrées par mois', PAGE.left, y, PAGE.width, { face: 'bold', size: 10 });
  const columns = tables.visitsByMonth.map(({ key, people }) => ({ label: monthWord(key), value: people }));
  columnChart(pdf, columns, { x: PAGE.left, y: y + 16, width: PAGE.width, height: 190 });
}

/** That the report is not presented yet, so that no page of it passes for one that is. */
function drawStatus(pdf: Pdf, status: string): void {
  const style = { face: 'bold', size: 9, align: 'center' } as const;
  const height = heightOf(pdf, status, PAGE.width - 24, style) + 12;
  const y = BAND - height - 10;
  pdf.rect(PAGE.left, y, PAGE.width, height).fill(INK.paper);
  write(pdf, status, PAGE.left + 12, y + 6, PAGE.width - 24, style);
}
