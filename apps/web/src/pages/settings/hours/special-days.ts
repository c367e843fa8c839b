import type { Schemas } from '../../../api/client';

/** Days with other hours than the week’s. Without hours, a lab is closed, or a trainer is absent. */
export type SpecialDays = Schemas['TrainerHours']['exceptions'][number];

/** What stands in the form at first. */
export const EMPTY = {
  ...{ firstDay: '', lastDay: '', reason: '', hasHours: false, opens: '10:00', closes: '16:00' },
};

/** Without a last day, it is one day. */
export const specialDaysOf = (typed: typeof EMPTY): SpecialDays => {
  const { firstDay, lastDay, reason, hasHours, opens, closes } = typed;
  return {
    ...{ firstDay, lastDay: lastDay || firstDay, reason },
    hours: hasHours ? [{ opens, closes: closes === '00:00' ? '24:00' : closes }] : [],
  };
};

/** The earliest first. */
export const sorted = (all: readonly SpecialDays[]): SpecialDays[] =>
  [...all].sort((a, b) => a.firstDay.localeCompare(b.firstDay) || a.lastDay.localeCompare(b.lastDay));
