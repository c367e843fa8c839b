/** C's number functions, as firmware calls them. Nothing here knows how this repository reads G-code. */

const INTEGER = /^[ \t\n\v\f\r]*([-+]?\d+)/;
const FLOAT =
  /^[ \t\n\v\f\r]*([-+]?)(?:(inf(?:inity)?)|(nan)|(0x(?:[\da-f]+\.?[\da-f]*|\.[\da-f]+))(?:p([-+]?\d+))?|((?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?))/i;

/** @param bits of a long: 32 on every board, 64 where Marlin runs on Linux */
export function strtol(text: string, bits: 32 | 64 = 32): bigint {
  const found = INTEGER.exec(text)?.[1];
  if (found === undefined) return 0n;
  const largest = 2n ** BigInt(bits - 1) - 1n;
  const value = BigInt(found.replace('+', ''));
  return value > largest ? largest : value < -largest - 1n ? -largest - 1n : value;
}

export function strtod(text: string): number {
  const found = FLOAT.exec(text);
  if (!found) return 0;
  const [, sign, infinite, noNumber, hexadecimal, power, decimal] = found;
  const way = sign === '-' ? -1 : 1;
  if (infinite) return way * Number.POSITIVE_INFINITY;
  if (noNumber) return Number.NaN;
  if (hexadecimal === undefined) return way * Number(decimal);
  const [whole = '', part = ''] = hexadecimal.slice(2).split('.');
  const fraction = part === '' ? 0 : Number.parseInt(part, 16) / 16 ** part.length;
  return way * ((whole === '' ? 0 : Number.parseInt(whole, 16)) + fraction) * 2 ** Number(power ?? 0);
}

export const int16 = (value: bigint): number => Number(BigInt.asIntN(16, value));
export const uint16 = (value: bigint): number => Number(BigInt.asUintN(16, value));
/** A float that is converted to an int of 16 bits. */
export const floatToInt16 = (value: number): number =>
  Number.isFinite(value) ? int16(BigInt.asIntN(32, BigInt(Math.trunc(value)))) : 0;
