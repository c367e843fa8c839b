import { csvCell } from '../../../money/exports/tables/cell';
import type { Sheet } from './sheets';

const LEAST = 10;
const MOST = 60;

/** The widths of columns in characters: those of their texts, within limits. */
export const widthsOf = ({ titles, rows }: Sheet): number[] =>
  titles.map((title, at) => {
    const lengths = rows.map((row) => csvCell(row[at] ?? null).length);
    return Math.min(MOST, Math.max(LEAST, title.length + 2, ...lengths.map((length) => length + 2)));
  });
