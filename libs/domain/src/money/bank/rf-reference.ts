import { modulo97 } from '@pandafab/shared';
import { compact } from './words';

/** ISO 11649 allows 21 letters and digits after RF and the two check digits. */
const MOST_CHARACTERS = 21;

/**
 * The creditor reference of a document (ISO 11649): `FA-2026-000012` gives RF, two check digits and `FA2026000012`.
 * Banks carry it from the payment order to the statement, apart from the free text.
 * @throws RangeError when the number has no letter or digit, or more than 21
 */
export function rfReference(number: string): string {
  const body = compact(number);
  if (body === '' || body.length > MOST_CHARACTERS)
    throw new RangeError(`no creditor reference for ${number}`);
  const check = 98 - modulo97(`${body}RF00`);
  return `RF${String(check).padStart(2, '0')}${body}`;
}

/** True for a creditor reference with correct check digits, with or without spaces (ISO 11649). */
export function isRf(text: string): boolean {
  const reference = text.replace(/\s/g, '').toUpperCase();
  if (!/^RF\d{2}[A-Z0-9]{1,21}$/.test(reference)) return false;
  return modulo97(reference.slice(4) + reference.slice(0, 4)) === 1;
}
