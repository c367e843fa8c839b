/** Digits and capitals that are not mistaken for one another: without 0, O, 1, I and L. 31 of them, a prime number. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const PREFIX = 'PF-';
/** Before the check character. */
const DRAWN = 5;

/**
 * The check character: the sum of the characters' places, each times its position, modulo 31. It shows each single
 * wrong character and each pair of characters that were exchanged.
 */
function checkOf(drawn: string): string {
  const sum = [...drawn].reduce((total, each, at) => total + (at + 1) * ALPHABET.indexOf(each), 0);
  return ALPHABET[sum % ALPHABET.length] as string;
}

/**
 * The reference of a member's account, `PF-` and six characters, of which the last is a check character. It goes on
 * transfers and in the books instead of a name.
 * @param random returns a whole number from 0 to one below `limit`
 */
export function accountReference(random: (limit: number) => number): string {
  const drawn = Array.from({ length: DRAWN }, () => ALPHABET[random(ALPHABET.length)] as string).join('');
  return `${PREFIX}${drawn}${checkOf(drawn)}`;
}
