import type { Font } from 'fontkit';

/** Embedded, because the fourteen standard fonts have no narrow no-break space and print differently everywhere. */
const FILES = {
  regular: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf'),
  bold: require.resolve('dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf'),
} as const;
export type Face = keyof typeof FILES;
export const FACES = Object.keys(FILES) as Face[];

const opened = new Map<Face, Font>();

/** Loaded for the first document, as pdfkit is. */
const fontkit = () => require('fontkit') as typeof import('fontkit');

/**
 * Parsed once a process: parsing takes far longer than all else in a document. fontkit gives a glyph the character that
 * first asked for it, and the PDF repeats that character; asking for all in order makes the bytes of a document
 * independent of the documents before it.
 */
function open(face: Face): Font {
  const font = fontkit().openSync(FILES[face]);
  for (const codePoint of [...font.characterSet].sort((a, b) => a - b)) font.glyphForCodePoint(codePoint);
  return font;
}

export function fontOf(face: Face): Font {
  const font = opened.get(face) ?? open(face);
  opened.set(face, font);
  return font;
}
