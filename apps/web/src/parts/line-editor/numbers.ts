/** A discount of a line, as the API takes it. */
export type TypedDiscount =
  | { readonly kind: 'percent'; readonly percent: string; readonly label: string }
  | { readonly kind: 'amount'; readonly cents: number; readonly label: string };

/**
 * A decimal as a spreadsheet writes it, in the API's form: “1 234,50 €” is "1234.50", “1,234.50” too. A single comma is a
 * decimal comma.
 * @returns undefined for a text that is no number
 */
export function plainDecimal(text: string): string | undefined {
  const dense = text.replace(/[\s\u00a0\u202f€']/g, '').replace('−', '-');
  const isGrouped = dense.includes(',') && dense.includes('.');
  const point = Math.max(dense.lastIndexOf(','), dense.lastIndexOf('.'));
  const plain = isGrouped
    ? `${dense.slice(0, point).replace(/[.,]/g, '')}.${dense.slice(point + 1)}`
    : dense.replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(plain) ? plain : undefined;
}

/** A decimal of the API in the reader's language: "1234.5" is “1234,5” in French. No grouping, as in a cell. */
export const shownDecimal = (plain: string, language: string): string =>
  language === 'fr' ? plain.replace('.', ',') : plain;

/** Cents as a decimal of the API: 1050 is "10.50". */
export const eurosOfCents = (cents: number): string => {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** Euros as whole cents, without arithmetic on floats. @returns undefined for no number, or more than two decimals */
export function centsOfEuros(text: string): number | undefined {
  const plain = plainDecimal(text);
  const parts = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(plain ?? '');
  if (!parts) return undefined;
  const [, sign, euros = '', cents = ''] = parts;
  return Number(`${sign}${euros}${cents.padEnd(2, '0')}`);
}

/**
 * The discounts that a cell holds: “10 %”, “5,00”, or several joined by “+”. Those that had a label keep it.
 * @param labels of the discounts before, in their order
 * @param label of a new discount
 * @returns undefined where a part is neither a percentage nor an amount
 */
export function discountsOf(
  text: string,
  labels: readonly string[],
  label: string,
): TypedDiscount[] | undefined {
  const parts = text
    .split('+')
    .map((part) => part.trim())
    .filter(Boolean);
  const found = parts.map((part, at): TypedDiscount | undefined => {
    const named = { label: labels[at] ?? label };
    if (part.endsWith('%')) {
      const percent = plainDecimal(part.slice(0, -1));
      return percent === undefined ? undefined : { kind: 'percent', percent, ...named };
    }
    const cents = centsOfEuros(part);
    return cents === undefined ? undefined : { kind: 'amount', cents, ...named };
  });
  return found.every((each) => each !== undefined) ? found : undefined;
}

/** The text of a cell that holds these discounts. */
export const textOfDiscounts = (
  discounts: readonly (
    | { readonly kind: 'percent'; readonly percent: string }
    | { readonly kind: 'amount'; readonly cents: number }
  )[],
  language: string,
): string =>
  discounts
    .map((each) =>
      each.kind === 'percent'
        ? `${shownDecimal(each.percent, language)}${language === 'fr' ? '\u00a0' : ''}%`
        : shownDecimal(eurosOfCents(each.cents), language),
    )
    .join(' + ');
