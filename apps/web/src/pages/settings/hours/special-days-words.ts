import type { TFunction } from 'i18next';
import { formatDay } from '../../../parts/format';
import type { SpecialDays } from './special-days';

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
