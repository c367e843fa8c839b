import type { NoteCode, PaperContent } from '../paper';
import { type FlawRule, flawIf, refusal } from './flaw';

const NUMBER_LENGTH = 20;

/** Chorus Pro cuts numbers at 20 characters; BR-FR allows letters, digits and + - _ /. A draft has no number. */
export const numberFlaws: FlawRule = ({ number }) => [
  ...flawIf(number.length > NUMBER_LENGTH, refusal('NUMBER_TOO_LONG', { text: number, most: NUMBER_LENGTH })),
  ...flawIf(!/^[A-Za-z0-9+\-_/]*$/.test(number), refusal('NUMBER_CHARACTERS', { text: number })),
];

/**
 * Days and citations: the due day is not before the issue (BR-FR-CO-07), a credit note names its invoice (CO-05), and no
 * document is older than one that it cites, which a clock that was set back would make.
 */
export const dayFlaws: FlawRule = ({ kind, issuedOn, dueOn, servedTo, cites }) => [
  ...flawIf(kind === 'invoice' && dueOn !== null && dueOn < issuedOn, refusal('DUE_BEFORE_ISSUE')),
  ...flawIf(kind === 'invoice' && servedTo === null, refusal('SERVICE_DAY_MISSING')),
  ...flawIf(isCredit(kind) && cites.length !== 1, refusal('CITATION_MISSING')),
  ...cites
    .filter(({ day }) => day > issuedOn)
    .map(({ number }) => refusal('CITATION_LATER', { text: number })),
];

/** A quote that has expired on its own day could never be accepted. */
export const validityFlaws: FlawRule = ({ validUntil, issuedOn }) =>
  flawIf(validUntil !== null && validUntil < issuedOn, refusal('VALIDITY_PAST'));

const isCredit = (kind: PaperContent['kind']): boolean => kind === 'credit-note' || kind === 'deposit-credit';

const OBLIGATORY: readonly NoteCode[] = ['PMT', 'PMD', 'AAB'];

/** French platforms want the notes PMT, PMD and AAB once each (BR-FR-05), and one of the processes (BT-23). */
export const noteFlaws: FlawRule = ({ kind, notes, process }) => {
  const counts = OBLIGATORY.map((text) => ({
    text,
    count: notes.filter(({ code }) => code === text).length,
  }));
  const isFinal = process?.endsWith('4') ?? false;
  return [
    ...counts.filter(({ count }) => count === 0).map(({ text }) => refusal('NOTE_MISSING', { text })),
    ...counts.filter(({ count }) => count > 1).map(({ text }) => refusal('NOTE_TWICE', { text })),
    ...flawIf(
      !/^[SBM][14]$/.test(process ?? '') || (isFinal && kind !== 'invoice'),
      refusal('PROCESS', { text: process ?? '' }),
    ),
  ];
};
