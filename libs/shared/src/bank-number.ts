/** Each letter counts as two digits: A is 10, Z is 35. */
const asDigits = (text: string): string =>
  text.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 55));

/** The rest of the division by 97 that IBANs and creditor references check: letters count as two digits (ISO 7064). */
export const modulo97 = (text: string): number =>
  [...asDigits(text)].reduce((rest, digit) => (rest * 10 + Number(digit)) % 97, 0);

/** True for a well-formed IBAN without spaces: moved check digits at the end, it is 1 modulo 97 (ISO 13616). */
export function isIban(text: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(text)) return false;
  return modulo97(text.slice(4) + text.slice(0, 4)) === 1;
}

/** In groups of four, as people read it. */
export const inFours = (iban: string): string => iban.replace(/.{4}(?=.)/g, '$& ');

/** True for a well-formed BIC: bank, country, place, and the branch where it is given (ISO 9362). */
export const isBic = (text: string): boolean => /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(text);

/** True for a number of the national register of associations: W, the department's office, and a number. */
export const isRna = (text: string): boolean => /^W\d[0-9A-Z]\d{7}$/.test(text);
