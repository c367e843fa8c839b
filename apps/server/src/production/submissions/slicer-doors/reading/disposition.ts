import { Fault } from '@pandafab/shared';

/** Name and value of a parameter; the value is quoted, with `\"` in it, or a word. */
const PARAMETER = /;\s*([\w*]+)\s*=\s*(?:"((?:\\.|[^"\\])*)"|([^;\s]*))/gs;
const BOUNDARY = /;\s*boundary\s*=\s*(?:"((?:\\.|[^"\\])+)"|([^;\s]+))/i;
/** RFC 2046 §5.1.1. */
const LONGEST_BOUNDARY = 70;

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** The text of bytes: UTF-8 as all slicers write it, or Latin-1, as old scripts on Windows do. */
export function textOf(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    return bytes.toString('latin1');
  }
}

const unquoted = (value: string): string => value.replace(/\\(["\\])/g, '$1');

/**
 * The boundary of a form. Cura also writes it without quotes although it contains `/`, which RFC 2045 does not allow.
 * @param contentType as Node gives it: one character for each byte
 * @throws Fault REQUEST.NOT_MULTIPART
 */
export function boundaryOf(contentType: string | undefined): string {
  const [, quoted, word] = BOUNDARY.exec(contentType ?? '') ?? [];
  const boundary = quoted === undefined ? word : unquoted(quoted);
  const isForm = /^\s*multipart\/form-data\b/i.test(contentType ?? '');
  if (!isForm || !boundary || boundary.length > LONGEST_BOUNDARY) throw new Fault('REQUEST.NOT_MULTIPART');
  return boundary;
}

export interface Disposition {
  readonly name: string;
  /** Undefined for a field that is not a file. */
  readonly fileName: string | undefined;
}

/** RFC 7578 §4.2. `%22` stays here: `safeName` reads it. @param header one character for each byte */
export function dispositionOf(header: string): Disposition {
  const values = new Map<string, string>();
  for (const [, name = '', quoted, word = ''] of header.matchAll(PARAMETER))
    values.set(name.toLowerCase(), quoted === undefined ? word : unquoted(quoted));
  const inUtf8 = (name: string) => {
    const value = values.get(name);
    return value === undefined ? undefined : textOf(Buffer.from(value, 'latin1'));
  };
  return { name: inUtf8('name') ?? '', fileName: encodedName(values.get('filename*')) ?? inUtf8('filename') };
}

/** RFC 8187: `UTF-8''na%C3%AFve.gcode`. */
function encodedName(value: string | undefined): string | undefined {
  const [, charset = '', encoded = ''] = /^([\w-]*)'[^']*'(.*)$/s.exec(value ?? '') ?? [];
  if (charset.toLowerCase() !== 'utf-8') return undefined;
  const bytes = encoded.replace(/%([\da-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return textOf(Buffer.from(bytes, 'latin1'));
}
