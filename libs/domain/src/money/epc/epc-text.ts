import type { Cents } from '@pandafab/shared';

/** How the payer's bank names the payment: a structured creditor reference (ISO 11649) or a free text, never both. */
export type EpcRemittance = { readonly reference: string } | { readonly text: string };

/** A transfer in euros that a client's bank fills in. */
export interface EpcTransfer {
  /** Who is paid; longer names than 70 characters are cut. */
  readonly name: string;
  /** With or without spaces. */
  readonly iban: string;
  /** Null: the bank finds it from the IBAN (allowed in the European Economic Area since version 002). */
  readonly bic: string | null;
  readonly cents: Cents;
  readonly remittance: EpcRemittance | null;
}

/** Limits of EPC069-12, version 2.1: characters of the fields, cents of the amount, bytes of the whole. */
const MOST = { name: 70, reference: 35, text: 140, cents: 99_999_999_999, bytes: 331 } as const;

const withoutSpaces = (text: string): string => text.replace(/\s/g, '').toUpperCase();

/** A line break would begin the next field. The cut is between characters, also outside the basic plane. */
const oneLine = (text: string, most: number): string =>
  Array.from(text.replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ').trim())
    .slice(0, most)
    .join('')
    .trim();

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** 1234 cents: EUR12.34. The standard wants a dot, and no thousands mark. */
function amountOf(cents: number): string {
  const digits = String(cents).padStart(3, '0');
  return `EUR${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function remittanceLines(remittance: EpcRemittance | null): [reference: string, text: string] {
  if (remittance === null) return ['', ''];
  return 'reference' in remittance
    ? [withoutSpaces(remittance.reference), '']
    : ['', oneLine(remittance.text, MOST.text)];
}

const isPayable = (cents: number): boolean =>
  Number.isSafeInteger(cents) && cents >= 1 && cents <= MOST.cents;

/**
 * The text of a QR code that fills in a transfer (EPC069-12, version 002, UTF-8). Its lines: service tag, version,
 * character set, SCT, BIC, name, IBAN, amount, purpose, structured reference, text. Nothing follows the last line that
 * is filled. Null where no such code can be made: an amount outside 0.01 to 999,999,999.99 €, no name, no IBAN, a
 * structured reference of more than 35 characters, or more than 331 bytes (version 13 of the QR code).
 */
export function epcText({ name, iban, bic, cents, remittance }: EpcTransfer): string | null {
  const [reference, text] = remittanceLines(remittance);
  const [payee, account] = [oneLine(name, MOST.name), withoutSpaces(iban)];
  if (!isPayable(cents) || payee === '' || account === '' || reference.length > MOST.reference) return null;
  const lines = [
    ...['BCD', '002', '1', 'SCT', withoutSpaces(bic ?? ''), payee, account],
    ...[amountOf(cents), '', reference, text],
  ];
  const whole = lines.join('\n').trimEnd();
  return bytesOf(whole) <= MOST.bytes ? whole : null;
}
