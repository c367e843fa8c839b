import { isUtf8 } from 'node:buffer';
import { decode, iconv } from '../../../platform/kit/decode';

/** €, Œ, œ and Ÿ in ISO 8859-15; in Windows-1252 they are ¤, ¼, ½ and ¾, which no bank writes. */
const ONLY_IN_8859_15 = new Set([0xa4, 0xbc, 0xbd, 0xbe]);
/** Control characters in ISO 8859-15; in Windows-1252 these have €, œ and quotation marks. */
const isOnlyIn1252 = (byte: number): boolean => byte >= 0x80 && byte <= 0x9f;

/** The text of a bank's file: UTF-8 or UTF-16 where it is that, else ISO 8859-15 or Windows-1252. */
export function decodeFile(bytes: Buffer): string {
  const is8859 =
    !isUtf8(bytes) && bytes.some((byte) => ONLY_IN_8859_15.has(byte)) && !bytes.some(isOnlyIn1252);
  const text = is8859 ? iconv().decode(bytes, 'iso-8859-15') : decode(bytes);
  return text.replace(/\r\n?/g, '\n');
}
