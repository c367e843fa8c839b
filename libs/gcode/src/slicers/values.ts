/** More tools than any machine has; a longer list is not a list of tools. */
export const MOST_TOOLS = 64;
const MOST_CHARACTERS = 64;
const YEAR_SECONDS = 365 * 86_400;
const DAY_SECONDS = 86_400;

/** A figure above these is a mistake or an attack, and is ignored. */
export const LIMITS = {
  seconds: YEAR_SECONDS,
  /** A hundred kilometres. */
  filamentMm: 1e8,
  grams: 1e6,
  cm3: 1e6,
  cost: 1e6,
  layers: 1e6,
  /** Of layers and nozzles. */
  millimetres: 20,
  celsius: 1000,
  /** mm/s² and mm/s of a machine. */
  motion: 1e6,
} as const;

const DECIMAL = /^(?:\d{1,15}(?:[.,]\d{0,15})?|[.,]\d{1,15})$/;

/**
 * A plain number from 0 to `most`, with a point or a comma; null for anything else, such as `-1`, `1e309`, `NaN` and
 * hexadecimal, which no slicer writes.
 */
export function readNumber(text: string, most: number): number | null {
  const trimmed = text.trim();
  if (!DECIMAL.test(trimmed)) return null;
  const value = Number(trimmed.replace(',', '.'));
  return value <= most ? value : null;
}

/** The number at the start of a text, followed by its unit, such as `13572.2 mm (13.57 m)`. */
export const readLeading = (text: string, most: number): number | null =>
  readNumber(/^\s*([\d.,]+)/.exec(text)?.[1] ?? '', most);

/** One number per tool, separated by commas or semicolons; null when one is not a number. */
export function readNumbers(text: string, most: number): number[] | null {
  const parts = text.split(/[,;]/);
  if (parts.length > MOST_TOOLS) return null;
  const numbers = parts.map((part) => readNumber(part, most));
  return numbers.every((value) => value !== null) ? numbers : null;
}

/** A readable name: printable, short, without the quotes of a configuration; null when empty. */
export function readName(text: string): string | null {
  const printable = text.replace(/\p{C}/gu, '').trim();
  return (
    printable
      .replace(/^"(.*)"$/, '$1')
      .trim()
      .slice(0, MOST_CHARACTERS) || null
  );
}

/** One name per tool, such as `PLA;PETG`; null when all are empty. */
export function readNames(text: string): string[] | null {
  const parts = text.split(/[,;]/);
  if (parts.length > MOST_TOOLS) return null;
  const names = parts.map((part) => readName(part) ?? '');
  return names.some((name) => name !== '') ? names : null;
}

const UNIT_SECONDS: Readonly<Record<string, number>> = { d: DAY_SECONDS, h: 3600, m: 60, s: 1 };
const SPAN = /(\d+(?:\.\d+)?) ?(d|h|m|s)[a-z]*[\s,]*/y;

/** Seconds of `1d 2h 3m 4s`, `1 hour 2 minutes` or plain seconds, up to a year; null for anything else. */
export function readDuration(text: string): number | null {
  const trimmed = text.trim().toLowerCase();
  const plain = readNumber(trimmed, LIMITS.seconds);
  if (plain !== null) return plain;
  let total = 0;
  let at = 0;
  for (SPAN.lastIndex = 0; at < trimmed.length; at = SPAN.lastIndex) {
    const span = SPAN.exec(trimmed);
    if (!span) return null;
    total += Number(span[1]) * (UNIT_SECONDS[span[2] ?? ''] ?? 0);
  }
  return at > 0 && total <= LIMITS.seconds ? total : null;
}
