import { legible } from '../legible';

/** An element's content: `@name` is an attribute, `#` the text, a list repeats the element, absent values are left out. */
export type XmlNode = { readonly [name: string]: XmlValue };
export type XmlValue = string | XmlNode | readonly XmlNode[] | null | undefined;

/** 123456 is "1234.56". EN 16931 gives amounts 2 decimals. */
export function amount(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** 550 basis points are "5.50". */
export const rate = (basisPoints: number): string => amount(basisPoints);

/** "2.5000" is "2.5": platforms count decimals as written. */
export const decimal = (written: string): string =>
  written.includes('.') ? written.replace(/0+$/, '').replace(/\.$/, '') : written;

/** 2026-11-23 is 20261123, in format 102 of UNTDID 2379. */
export const day = (written: string): XmlNode => ({
  'udt:DateTimeString': { '@format': '102', '#': written.replaceAll('-', '') },
});

/** The same, for the date of a cited document: CII gives it another namespace. */
export const citedDay = (written: string): XmlNode => ({
  'qdt:DateTimeString': { '@format': '102', '#': written.replaceAll('-', '') },
});

/** Text without characters that XML forbids; absent when nothing is left of it. */
export const text = (written: string | null): string | undefined =>
  (written && legible(written).trim()) || undefined;

export const withScheme = (schemeID: string, value: string): XmlNode => ({
  '@schemeID': schemeID,
  '#': legible(value),
});
