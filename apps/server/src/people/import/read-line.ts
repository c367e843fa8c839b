import {
  type FaultCode,
  type FaultDetails,
  folded,
  type Instant,
  isFit,
  isVisible,
  type LabId,
  newId,
} from '@pandafab/shared';
import { emailField } from '../../platform/http/fields';
import { endOfDay } from '../../platform/kit/cells';
import { LOST } from '../../platform/kit/decode';
import type { Column, Heading } from './columns';
import type { CsvLine } from './read-csv';
import type { Person, Surroundings } from './surroundings';

/** An error in a line. */
export interface LineProblem {
  readonly line: number;
  /** The heading, as written in the file; null if the error is not in one cell. */
  readonly column: string | null;
  readonly code: FaultCode;
  readonly details: FaultDetails;
}

/** A member as described by a line. */
export interface Draft extends Person {
  readonly line: number;
  readonly phone: string | null;
  readonly category: string;
  readonly homeLabId: LabId | null;
  readonly residentUntil: Instant | null;
  /** As written; empty if absent. */
  readonly guardian: string;
}

const MAX_NAME = 120;
const MAX_PHONE = 40;

/** Reads one line; calls `report` for each error, and goes on with the rest of the line. */
class LineReader {
  constructor(
    private readonly line: CsvLine,
    private readonly headings: readonly Heading[],
    private readonly around: Surroundings,
    readonly report: (column: Column | null, code: FaultCode, details?: FaultDetails) => void,
  ) {}

  text(column: Column): string {
    const heading = this.headings.find((each) => each.column === column);
    return heading ? (this.line.cells[heading.at] ?? '') : '';
  }

  short(column: Column, max: number): string | null {
    return this.checked(column, this.text(column), max);
  }

  /** The name, from one column or from two. */
  name(): string | null {
    const parts = [this.text('givenName'), this.text('familyName')].filter(Boolean);
    const whole = this.text('displayName') || parts.join(' ');
    const column = (['displayName', 'familyName'] as const).find((each) => this.has(each)) ?? null;
    const name = this.checked(column, whole, MAX_NAME);
    if (name === null) this.report(column, 'IMPORT.NAME_MISSING');
    return name;
  }

  private has(column: Column): boolean {
    return this.headings.some((each) => each.column === column);
  }

  private checked(column: Column | null, text: string, max: number): string | null {
    if (text.length > max) this.report(column, 'IMPORT.TOO_LONG', { max });
    if (!isFit(text)) this.report(column, 'IMPORT.UNFIT_CHARACTER');
    if (text.includes(LOST)) this.report(column, 'IMPORT.LOST_CHARACTER', { value: text });
    return isVisible(text) ? text : null;
  }

  email(): string | null {
    const value = this.text('email');
    if (value === '') return null;
    const { success, data } = emailField.safeParse(value);
    if (!success) this.report('email', 'IMPORT.NOT_AN_EMAIL', { value });
    return data ?? null;
  }

  day(column: Column): Instant | null {
    const value = this.text(column);
    if (value === '') return null;
    const end = endOfDay(value);
    if (end === undefined) this.report(column, 'IMPORT.NOT_A_DATE', { value });
    return end ?? null;
  }

  category(): string {
    const value = this.text('category');
    if (value === '') return 'non-resident';
    const wanted = folded(value);
    const categories = this.around.categories.filter(({ retiredAt }) => retiredAt === null);
    const open = categories.find(({ code, nameFr, nameEn }) =>
      [code, nameFr, nameEn].some((name) => folded(name) === wanted),
    );
    // Members of a retired category stay in it, also in an export.
    const found = open ?? this.around.categories.find(({ code }) => code === value);
    const known = categories.map(({ code }) => code);
    if (!found) this.report('category', 'IMPORT.UNKNOWN_CATEGORY', { value, known });
    return found?.code ?? '';
  }

  lab(): LabId | null {
    const value = this.text('lab');
    if (value === '') return this.around.labId;
    const found = this.around.labs.filter(({ id, name }) => id === value || folded(name) === folded(value));
    const known = this.around.labs.map(({ name }) => name);
    if (found.length === 0) this.report('lab', 'IMPORT.UNKNOWN_LAB', { value, known });
    if (found.length > 1) this.report('lab', 'IMPORT.SEVERAL_LABS', { value });
    return found[0]?.id ?? null;
  }
}

export function readLine(
  line: CsvLine,
  headings: readonly Heading[],
  around: Surroundings,
  report: LineReader['report'],
): Draft {
  const reader = new LineReader(line, headings, around, report);
  if (line.overfull) report(null, 'IMPORT.TOO_MANY_CELLS');
  return {
    id: newId(),
    line: line.line,
    displayName: reader.name() ?? '',
    email: reader.email(),
    phone: reader.short('phone', MAX_PHONE),
    category: reader.category(),
    homeLabId: reader.lab(),
    residentUntil: reader.day('residentUntil'),
    minorUntil: reader.day('minorUntil'),
    guardian: reader.text('guardian'),
  };
}
