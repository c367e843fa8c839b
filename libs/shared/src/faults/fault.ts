import type { Language } from '../language';
import { decimalIn, eurosIn } from '../typography';
import { inLanguage } from '../wording';
import { authFaults } from './catalogue/auth';
import { fileFaults } from './catalogue/file';
import { fileDoubts } from './catalogue/file-doubts';
import { guardFaults } from './catalogue/guard';
import { hostFaults } from './catalogue/host';
import { labFaults } from './catalogue/lab';
import { machineFaults } from './catalogue/machine';
import { machineWaitFaults } from './catalogue/machine-waits';
import { requestFaults } from './catalogue/request';
import { waitingFaults } from './catalogue/waiting';
import type { FaultEntry } from './entry';
import { type Reader, sentencesForMakers } from './for-makers';
import type { ServerFaultCode } from './server-codes';

/** The faults that libraries and several programs raise. The server adds its own: see `useFaults`. */
export const faultCatalogue = {
  ...requestFaults,
  ...authFaults,
  ...fileFaults,
  ...fileDoubts,
  ...guardFaults,
  ...machineFaults,
  ...machineWaitFaults,
  ...labFaults,
  ...waitingFaults,
  ...hostFaults,
};

export type FaultCode = keyof typeof faultCatalogue | ServerFaultCode;
export type FaultDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** An error that a person can act on: a code and its parameters. The program that shows it adds the sentences. */
export class Fault extends Error {
  constructor(
    readonly code: FaultCode,
    readonly details: FaultDetails = {},
    options?: ErrorOptions,
  ) {
    super(`${code} ${JSON.stringify(details)}`, options);
    this.name = 'Fault';
  }
}

export interface FaultDescription {
  readonly status: number;
  /** What happened. */
  readonly what: string;
  /** What to do next. */
  readonly cure: string;
}

/** Parameters whose name ends with `Cents` are amounts. `titleEn` is the English form of `title`, where it has one. */
const fill = (
  sentence: string,
  details: FaultDetails,
  terms: FaultEntry['terms'],
  language: Language,
): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = (language === 'en' ? details[`${name}En`] : null) ?? details[name];
    if (value === undefined) return whole;
    const words = new Map(Object.entries(terms?.[name] ?? {})).get(String(value));
    if (words) return inLanguage(words, language);
    if (typeof value === 'number')
      return name.endsWith('Cents') ? eurosIn(value, language) : decimalIn(value, language);
    return Array.isArray(value) ? value.join(', ') : String(value);
  });

let ofThisProgram: Readonly<Record<string, FaultEntry>> = {};

/** Registers the sentences of faults that only this program raises. Replaces an earlier registration. */
export function useFaults(entries: Readonly<Record<string, FaultEntry>>): void {
  ofThisProgram = entries;
}

const ofAll: Readonly<Record<string, FaultEntry>> = faultCatalogue;
const entryOf = (code: string): FaultEntry | undefined =>
  [ofAll, ofThisProgram].find((entries) => Object.hasOwn(entries, code))?.[code];

/** A fault's sentences in the reader's language. For a maker, details and remedies that concern only the staff are left out. */
export function describeFault(
  fault: { readonly code: FaultCode; readonly details: FaultDetails },
  language: Language,
  reader: Reader = 'staff',
): FaultDescription {
  const entry = entryOf(fault.code);
  // Another program has the sentences of this code; show the code alone.
  if (!entry) return { status: 500, what: `${fault.code}.`, cure: '' };
  const [what, cure] =
    reader === 'maker' ? sentencesForMakers(fault.code, entry, language) : inLanguage(entry, language);
  const words = (sentence: string) => fill(sentence, fault.details, entry.terms, language);
  return { status: entry.status, what: words(what), cure: words(cure) };
}

/** True if this program has sentences for the code. Codes of other programs and versions also arrive over the lab link. */
export const isFaultCode = (code: string): code is FaultCode => entryOf(code) !== undefined;
