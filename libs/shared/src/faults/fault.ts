import type { Language } from '../language';
import { decimalIn, typeset } from '../typography';
import { authFaults } from './catalogue/auth';
import { billingFaults } from './catalogue/billing';
import { fileFaults } from './catalogue/file';
import { fileDoubts } from './catalogue/file-doubts';
import { groupFaults } from './catalogue/group';
import { guardFaults } from './catalogue/guard';
import { hostFaults } from './catalogue/host';
import { importFaults } from './catalogue/import';
import { inductionFaults } from './catalogue/induction';
import { jobFaults } from './catalogue/job';
import { labFaults } from './catalogue/lab';
import { machineFaults } from './catalogue/machine';
import { machineWaitFaults } from './catalogue/machine-waits';
import { mailFaults } from './catalogue/mail';
import { materialFaults } from './catalogue/material';
import { peopleFaults } from './catalogue/people';
import { requestFaults } from './catalogue/request';
import { uploadFaults } from './catalogue/upload';
import { waitingFaults } from './catalogue/waiting';
import type { FaultEntry } from './entry';
import { type Reader, sentencesForMakers } from './for-makers';

export const faultCatalogue = {
  ...requestFaults,
  ...authFaults,
  ...peopleFaults,
  ...groupFaults,
  ...importFaults,
  ...fileFaults,
  ...fileDoubts,
  ...uploadFaults,
  ...guardFaults,
  ...machineFaults,
  ...machineWaitFaults,
  ...labFaults,
  ...inductionFaults,
  ...jobFaults,
  ...waitingFaults,
  ...mailFaults,
  ...materialFaults,
  ...billingFaults,
  ...hostFaults,
};

export type FaultCode = keyof typeof faultCatalogue;
export type FaultDetails = Readonly<Record<string, string | number | boolean | null | readonly string[]>>;

/** An error that a person can act on: a code and its parameters, put into words only where it is shown. */
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

const fill = (sentence: string, details: FaultDetails, language: Language): string =>
  typeset(sentence, language).replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = details[name];
    if (value === undefined) return whole;
    if (typeof value === 'number') return decimalIn(value, language);
    return Array.isArray(value) ? value.join(', ') : String(value);
  });

/** A fault's sentences in the reader's language; for a maker, without what is the staff's to know and to mend. */
export function describeFault(
  fault: { readonly code: FaultCode; readonly details: FaultDetails },
  language: Language,
  reader: Reader = 'staff',
): FaultDescription {
  const entry: FaultEntry = faultCatalogue[fault.code];
  const [what, cure] = reader === 'maker' ? sentencesForMakers(fault.code, entry, language) : entry[language];
  const words = (sentence: string) => fill(sentence, fault.details, language);
  return { status: entry.status, what: words(what), cure: words(cure) };
}

/** True for a code this version knows: codes also arrive from other versions, over the lab link. */
export const isFaultCode = (code: string): code is FaultCode => Object.hasOwn(faultCatalogue, code);
