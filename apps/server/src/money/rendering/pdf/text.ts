import type { Face } from './fonts';
import { INK, type Pdf } from './page';
import { showable } from './showable';

export interface TextStyle {
  readonly face?: Face;
  /** Points. */
  readonly size?: number;
  readonly colour?: string;
  readonly align?: 'left' | 'right' | 'center';
  /** Further lines are left out, with an ellipsis: for places of a limited height. The XML has the whole text. */
  readonly mostLines?: number;
}

const LEADING = 1.34;
/** No column holds a longer word. */
const FEW = 150;

/** From one baseline to the next, in points. */
export const lineHeight = ({ size = 9 }: TextStyle): number => size * LEADING;

function choose(pdf: Pdf, { face = 'regular', size = 9, colour = INK.text }: TextStyle): Pdf {
  return pdf.font(face).fontSize(size).fillColor(colour);
}

/** The width of a text on one line. */
export const textWidth = (pdf: Pdf, text: string, style: TextStyle): number =>
  choose(pdf, style).widthOfString(showable(text, style.face ?? 'regular'));

/** Cuts a word that is wider than its column, by the widths of its characters: pdfkit keeps those. */
function cutWord(pdf: Pdf, word: string, width: number): string[] {
  if (word.length < FEW && pdf.widthOfString(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  let taken = 0;
  for (const character of word) {
    const step = pdf.widthOfString(character);
    if (piece && taken + step > width) {
      pieces.push(piece);
      piece = '';
      taken = 0;
    }
    piece += character;
    taken += step;
  }
  return [...pieces, piece];
}

function breakParagraph(pdf: Pdf, paragraph: string, width: number): string[] {
  const space = pdf.widthOfString(' ');
  const lines: string[] = [];
  let line = '';
  let taken = 0;
  for (const word of paragraph.split(' ').flatMap((each) => cutWord(pdf, each, width))) {
    const step = pdf.widthOfString(word);
    if (line && taken + space + step > width) {
      lines.push(line);
      line = word;
      taken = step;
    } else {
      line = line ? `${line} ${word}` : word;
      taken += line === word ? step : space + step;
    }
  }
  return [...lines, line];
}

/** The text as lines that fit the width. A line ends at plain spaces, and inside words that are too long. */
export function breakText(pdf: Pdf, text: string, width: number, style: TextStyle = {}): string[] {
  choose(pdf, style);
  const lines = showable(text, style.face ?? 'regular')
    .split('\n')
    .flatMap((paragraph) => breakParagraph(pdf, paragraph.trim(), width));
  const { mostLines = lines.length } = style;
  return lines.length <= mostLines ? lines : [...lines.slice(0, mostLines - 1), `${lines[mostLines - 1]}…`];
}

/** Writes one line, already broken, with its top at `y`. */
export function writeLine(
  pdf: Pdf,
  line: string,
  x: number,
  y: number,
  width: number,
  style: TextStyle,
): void {
  choose(pdf, style);
  const spare = style.align ? width - pdf.widthOfString(line) : 0;
  const shift = { left: 0, center: spare / 2, right: spare }[style.align ?? 'left'];
  pdf.text(line, x + shift, y, { lineBreak: false });
}

/** Writes `text` in a column and returns the height it took. */
export function write(
  pdf: Pdf,
  text: string,
  x: number,
  y: number,
  width: number,
  style: TextStyle = {},
): number {
  const lines = breakText(pdf, text, width, style);
  const step = lineHeight(style);
  for (const [index, line] of lines.entries()) writeLine(pdf, line, x, y + index * step, width, style);
  return lines.length * step;
}

/** The height that `write` would take. */
export const heightOf = (pdf: Pdf, text: string, width: number, style: TextStyle = {}): number =>
  breakText(pdf, text, width, style).length * lineHeight(style);
