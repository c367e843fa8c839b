import { type FaultCode, onlyFit } from '@pandafab/shared';
import type { Day } from '../../kit/paris';

export const STATEMENT_FORMATS = ['csv', 'camt'] as const;
export type StatementFormat = (typeof STATEMENT_FORMATS)[number];

/** One movement of a bank account. */
export interface StatementLine {
  /** Of a CSV file, the line; of a CAMT.053 file, the number of the entry; from 1. */
  readonly line: number;
  readonly day: Day;
  /** Above 0 came in, below 0 went out. */
  readonly cents: number;
  readonly text: string;
  /** The other side: who paid, or who was paid. */
  readonly name: string | null;
  readonly reference: string | null;
  /** The bank's own number of the movement. */
  readonly bankId: string | null;
  /** True if it takes an earlier movement back, such as a debit that came back. */
  readonly isReversal: boolean;
}

/** What can be wrong with a line. */
export const LINE_FAULTS = [
  'BANK.LINE_AMOUNT',
  'BANK.LINE_CURRENCY',
  'BANK.LINE_DAY',
  'BANK.LINE_DIRECTION',
  'BANK.LINE_NO_AMOUNT',
  'BANK.LINE_TOO_MUCH',
  'BANK.LINE_TWO_AMOUNTS',
] as const satisfies readonly FaultCode[];

export interface BrokenLine {
  readonly line: number;
  readonly code: (typeof LINE_FAULTS)[number];
  readonly details: Readonly<Record<string, string>>;
}

export const isBroken = (line: StatementLine | BrokenLine): line is BrokenLine => 'code' in line;
export const isGood = (line: StatementLine | BrokenLine): line is StatementLine => !isBroken(line);

/** A file of a bank, read. */
export interface Statement {
  readonly format: StatementFormat;
  /** Of the account, where the file says it. */
  readonly iban: string | null;
  readonly lines: readonly StatementLine[];
  readonly broken: readonly BrokenLine[];
  /** Lines without a movement of money: announcements, entries that are not booked yet, amounts of zero. */
  readonly skipped: number;
  /** The balances before and after, where the file says them. */
  readonly openingCents: number | null;
  readonly closingCents: number | null;
}

/** A text of a bank in one line, without control characters, cut where it is too long; null if nothing is left. */
export function textOf(text: string, most: number): string | null {
  const clean = onlyFit(text.replace(/\s+/g, ' ')).trim();
  return clean === '' ? null : [...clean].slice(0, most).join('');
}

export const MOST_TEXT = 1000;
export const MOST_NAME = 200;
export const MOST_REFERENCE = 100;
