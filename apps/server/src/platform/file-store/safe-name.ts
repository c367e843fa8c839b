import { isVisible, onlyFit } from '@pandafab/shared';

/** In UTF-16 code units. */
const MAX_LENGTH = 200;
/** `.gcode.gz` and the like; a longer ending is no extension. */
const EXTENSION = /(\.[\p{L}\p{N}]{1,10}){1,2}$/u;
/** What a reader sees as one character: an emoji with its skin colour, a letter with its accent. */
const characters = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/**
 * A file name to show, made from the client's file name: the last part of a Windows or Unix path, without control
 * characters, cut between characters where it is too long, with its extension kept. It is never used as a path on
 * disk.
 */
export function safeName(given: string | undefined): string {
  const last =
    unescaped(given ?? '')
      .split(/[/\\]/)
      .at(-1) ?? '';
  const clean = onlyFit(last).trim();
  return !isVisible(clean) || clean === '.' || clean === '..' ? 'sans-nom.gcode' : shortened(clean);
}

/** WHATWG HTML, “multipart form data”: browsers escape these three characters in a form, and no others. */
const unescaped = (name: string): string => name.replaceAll('%22', '"').replace(/%0[AD]/gi, '');

function shortened(name: string): string {
  if (name.length <= MAX_LENGTH) return name;
  const [extension = ''] = EXTENSION.exec(name) ?? [];
  return cut(name.slice(0, name.length - extension.length), MAX_LENGTH - extension.length) + extension;
}

/** As many complete characters as fit. */
function cut(text: string, length: number): string {
  let end = 0;
  for (const { index, segment } of characters.segment(text)) {
    if (index + segment.length > length) break;
    end = index + segment.length;
  }
  return text.slice(0, end).trimEnd();
}
