export const DECIMAL_SIGNS = [',', '.'] as const;
export type DecimalSign = (typeof DECIMAL_SIGNS)[number];

/** Without blanks of any kind, apostrophes between thousands, and the currency. */
const bare = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\s’'`]|€|EUR/giu, '')
    .replace(/[−–—]/g, '-');

/** The decimal sign of a column: the one before the last one or two digits; a comma where no amount has cents. */
export function decimalSignOf(values: readonly string[]): DecimalSign {
  const signs = values.flatMap((value) => /([,.])\d{1,2}[-)]?$/.exec(bare(value))?.[1] ?? []);
  const points = signs.filter((sign) => sign === '.').length;
  return points > signs.length / 2 ? '.' : ',';
}

/** -1.234,56 and 1 234,56- and (1234,56): the sign, the whole euros with or without thousands marks, the cents. */
const AMOUNT = {
  ',': /^([+-]?)(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{0,2}))?$/,
  '.': /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{0,2}))?$/,
} as const;

/** An amount in whole cents; undefined where it is none. Read digit by digit: no amount passes through a float. */
export function readCents(text: string, sign: DecimalSign): number | undefined {
  const clean = bare(text);
  const isNegative = /^\(.*\)$|-$/.test(clean);
  const found = AMOUNT[sign].exec(clean.replace(/^\((.*)\)$/, '$1').replace(/-$/, ''));
  if (!found) return undefined;
  const [, plusOrMinus, euros = '', cents = ''] = found;
  const amount = Number(euros.replace(/[,.]/g, '') + cents.padEnd(2, '0'));
  if (!Number.isSafeInteger(amount) || (isNegative && plusOrMinus !== '')) return undefined;
  return amount === 0 ? 0 : isNegative || plusOrMinus === '-' ? -amount : amount;
}
