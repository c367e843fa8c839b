import { typesetFrench } from '@pandafab/shared';
import { legible } from '../legible';
import { type Face, fontOf } from './fonts';

/** Printed for a character that the typeface lacks. PDF/A forbids the typeface's own empty box (ISO 19005-3, 6.2.11.8). */
const MISSING = '\u25a1';
/** Joiners, direction marks and the like: they have no shape of their own. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;

/** The text as it can be printed: French spaces, none between “TVA” and its rate at the end of a line, no invisible characters, a box for what the typeface lacks. */
export function showable(text: string, face: Face): string {
  const font = fontOf(face);
  const clean = legible(text).normalize('NFC').replace(INVISIBLE, '').replaceAll('\t', ' ');
  const shown = Array.from(clean, (character) =>
    character === '\n' || font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ? character : MISSING,
  );
  return typesetFrench(shown.join('')).replace(/\bTVA (?=\d)/g, 'TVA\u00a0');
}
