import type { PaperDay } from '../paper';

/** What is open of one document. Cents with tax. */
export interface OpenAmount {
  readonly openCents: number;
  /** Null: due at once. */
  readonly dueOn: PaperDay | null;
  readonly issuedOn: PaperDay;
}

/** Open amounts by how long they are late: the usual columns of an aged balance. */
export interface AgedBalance {
  readonly notDueCents: number;
  /** 1 to 30 days late. */
  readonly upTo30Cents: number;
  readonly upTo60Cents: number;
  readonly upTo90Cents: number;
  readonly olderCents: number;
  readonly openCents: number;
}

const DAY_MS = 86_400_000;

/** Whole days from one day to another, negative when `to` is earlier. */
export const daysBetween = (from: PaperDay, to: PaperDay): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

/** How many days a document is late: 0 up to the day on which it is due. */
export const daysLate = ({ dueOn, issuedOn }: OpenAmount, today: PaperDay): number =>
  Math.max(0, daysBetween(dueOn ?? issuedOn, today));

/** Documents of which too much was paid (negative) are left out: that money is on the client's account or waits for it. */
export function agedBalance(documents: readonly OpenAmount[], today: PaperDay): AgedBalance {
  const open = documents.filter(({ openCents }) => openCents > 0);
  const sum = (from: number, to: number) =>
    open
      .filter((document) => {
        const late = daysLate(document, today);
        return late >= from && late <= to;
      })
      .reduce((total, { openCents }) => total + openCents, 0);
  return {
    notDueCents: sum(0, 0),
    upTo30Cents: sum(1, 30),
    upTo60Cents: sum(31, 60),
    upTo90Cents: sum(61, 90),
    olderCents: sum(91, Number.POSITIVE_INFINITY),
    openCents: sum(0, Number.POSITIVE_INFINITY),
  };
}
