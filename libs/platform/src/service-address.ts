import { z } from 'zod';

export interface AddressRule {
  /** Without their colons. */
  readonly schemes: readonly string[];
  /** What is said of a wrong one. */
  readonly sentence: string;
  /** Which paths mean something; where it is left out, none does. */
  readonly path?: RegExp;
  /** User name and password, and what stands behind a question mark, mean something. */
  readonly extras?: true;
}

/** Is this an address of which every part is heeded? One that is dropped in silence leads elsewhere. */
export function isServiceAddress(text: string, { schemes, path = /^\/?$/, extras }: AddressRule): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  const isBare = url.username === '' && url.password === '' && url.search === '';
  return (
    schemes.includes(url.protocol.slice(0, -1)) &&
    // `localhost:3000` has the scheme “localhost”, and `http:x` is read as `http://x`.
    text.toLowerCase().startsWith(`${url.protocol}//`) &&
    url.hostname !== '' &&
    path.test(url.pathname) &&
    url.hash === '' &&
    (isBare || extras === true)
  );
}

/** A setting that says where something is. Its sentence never repeats what was given: there may be a password in it. */
export const serviceAddress = (rule: AddressRule) =>
  z
    .string()
    .trim()
    .refine((text) => isServiceAddress(text, rule), rule.sentence);
