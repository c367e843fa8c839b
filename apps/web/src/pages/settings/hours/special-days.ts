import type { TFunction } from 'i18next';
import type { Schemas } from '../../../api/client';
import { formatDay } from '../../../parts/format';

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

/** From which day to which. */
export const daysInWords = (
  t: TFunction,
  { firstDay, lastDay }: Pick<SpecialDays, 'firstDay' | 'lastDay'>,
): string =>
  firstDay === lastDay
    ? formatDay(firstDay)
    : t('hours.closures.span', { from: formatDay(firstDay), until: formatDay(lastDay) });

/** @param none what days without hours say */
export const hoursInWords = ({ hours }: Pick<SpecialDays, 'hours'>, none: string): string =>
  hours.map(({ opens, closes }) => `${opens}–${closes}`).join(', ') || none;
