import type { ReadInvoice } from './read-invoice';

/** One rule: its name in the standard, and what it says against an invoice (an empty list when nothing). */
export interface Rule {
  readonly id: string;
  readonly faults: (invoice: ReadInvoice) => readonly string[];
}

/** A fault when a condition does not hold. */
export const unless = (holds: boolean, message: string): string[] => (holds ? [] : [message]);

/** A rule on the whole invoice. */
export const rule = (id: string, message: string, holds: (invoice: ReadInvoice) => boolean): Rule => ({
  id,
  faults: (invoice) => unless(holds(invoice), message),
});

/** Two amounts that must be the same cent. */
export const same = (id: string, amounts: (invoice: ReadInvoice) => readonly [bigint, bigint]): Rule => ({
  id,
  faults: (invoice) => {
    const [written, right] = amounts(invoice);
    return unless(written === right, `${written} cents are written where ${right} are right`);
  },
});
