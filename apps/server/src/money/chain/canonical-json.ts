/** Values that have one canonical text. Integers only: amounts are cents, and other numbers are decimal texts. */
export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | readonly CanonicalValue[]
  | { readonly [name: string]: CanonicalValue };

/**
 * The one text of a value: RFC 8785 (JSON Canonicalization Scheme), for the types above. Names are sorted by UTF-16
 * code units, as JavaScript compares strings.
 * @throws Error for a number that is no safe integer, a text with a lone surrogate, `undefined`, and other objects:
 * two programs could write those in different ways
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return textOf(value);
  if (typeof value === 'number') return integerOf(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (isPlain(value)) return objectOf(value);
  throw new Error(`no canonical JSON for a value of type ${typeof value}`);
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/** Texts that JSON only puts between quotation marks: almost all, and this is a third of the work of the general way. */
const PLAIN = /^[ !#-[\]-\ud7ff]*$/;

/** The standard's own escapes (ECMAScript, QuoteJSONString) are those of the RFC. */
function textOf(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (LONE_SURROGATE.test(text)) throw new Error('no canonical JSON for a text with a lone surrogate');
  return JSON.stringify(text);
}

/** Documents have the same few names again and again. The limit is for a table that was filled by hand. */
const writtenNames = new Map<string, string>();
const MOST_NAMES = 500;

function nameOf(name: string): string {
  const known = writtenNames.get(name);
  if (known !== undefined) return known;
  const written = `${textOf(name)}:`;
  if (writtenNames.size < MOST_NAMES) writtenNames.set(name, written);
  return written;
}

function integerOf(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Error(`no canonical JSON for the number ${value}`);
  return String(value);
}

/** One string that grows, instead of a list of parts: a verification writes hundreds of thousands of objects. */
function objectOf(value: Readonly<Record<string, unknown>>): string {
  let text = '';
  for (const name of Object.keys(value).sort())
    text += `${text === '' ? '{' : ','}${nameOf(name)}${canonicalJson(value[name])}`;
  return text === '' ? '{}' : `${text}}`;
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
