/** Luhn's check, as INSEE uses it: every second digit from the right is doubled. */
function luhnSum(digits: string): number {
  const values = [...digits].reverse().map((digit, index) => Number(digit) * (index % 2 === 0 ? 1 : 2));
  return values.reduce((sum, value) => sum + (value > 9 ? value - 9 : value), 0);
}

/**
 * La Poste has more establishments than Luhn's check allows numbers; its digits add up to a multiple of five instead.
 */
const LA_POSTE = '356000000';
const digitSum = (digits: string): number => [...digits].reduce((sum, digit) => sum + Number(digit), 0);

/** True for a well-formed SIREN, the nine digits of a French legal unit (INSEE). */
export const isSiren = (text: string): boolean => /^\d{9}$/.test(text) && luhnSum(text) % 10 === 0;

/** True for a well-formed SIRET: a SIREN and five digits for the establishment (INSEE). */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text) || !isSiren(text.slice(0, 9))) return false;
  return luhnSum(text) % 10 === 0 || (text.startsWith(LA_POSTE) && digitSum(text) % 5 === 0);
}

/** The two digits of a French VAT number after FR (CGI, annex II, as the tax office publishes the rule). */
const vatKeyOf = (siren: string): number => (12 + 3 * (Number(siren) % 97)) % 97;

/** The VAT number that the tax office gives to this SIREN if its holder has one: FR44732829320 for 732829320. */
export const frenchVatNumber = (siren: string): string =>
  `FR${String(vatKeyOf(siren)).padStart(2, '0')}${siren}`;

/**
 * True for a well-formed VAT number. A French one is FR, a key and a SIREN: two digits
 * follow from the SIREN; newer keys hold letters, whose rule is not published.
 */
export function isVatNumber(text: string): boolean {
  if (!text.startsWith('FR')) return /^[A-Z]{2}[0-9A-Z+*]{2,12}$/.test(text);
  const [, key = '', siren = ''] = /^FR([0-9A-HJ-NP-Z]{2})(\d{9})$/.exec(text) ?? [];
  if (!isSiren(siren)) return false;
  return /[A-Z]/.test(key) || Number(key) === vatKeyOf(siren);
}
