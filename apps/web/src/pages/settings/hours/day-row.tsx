import { Button } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import {
  addInterval,
  type CopyTo,
  changeInterval,
  copyDay,
  type Days,
  removeInterval,
  WEEKDAYS,
} from './week';

interface Props {
  readonly weekday: number;
  readonly days: Days;
  readonly onChange: (days: Days) => void;
  /** What a day without hours says; absent: that the lab is closed. */
  readonly none?: string;
}

/** One day: its hours, and a choice of days that get the same. */
export function DayRow({ weekday, days, onChange, none }: Props) {
  const { t } = useTranslation();
  const headingId = useId();
  const at = weekday - 1;
  const intervals = days[at] ?? [];
  const day = t(`hours.days.${weekday}`);
  return (
    <li className="hours-day" aria-labelledby={headingId}>
      <b id={headingId}>{day}</b>
      <div className="hours-intervals">
        {intervals.length === 0 && <span className="quiet">{none ?? t('hours.week.closed')}</span>}
        {intervals.map(({ opens, closes }, index) => (
          // Intervals have no other name than their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          <div key={index} className="hours-interval">
            <TimeField
              label={t('hours.week.opens', { day })}
              value={opens}
              onChange={(value) => onChange(changeInterval(days, at, index, { opens: value }))}
            />
            <span aria-hidden>–</span>
            <TimeField
              label={t('hours.week.closes', { day })}
              value={closes}
              onChange={(value) => onChange(changeInterval(days, at, index, { closes: value }))}
            />
            {closes <= opens && closes !== '00:00' && (
              <span className="quiet">{t('hours.week.nextDay')}</span>
            )}
            <Button
              variant="subtle"
              className="touch"
              onClick={() => onChange(removeInterval(days, at, index))}
            >
              {t('hours.week.remove')}
              <span className="sr-only">
                {' '}
                {day} {opens}–{closes}
              </span>
            </Button>
          </div>
        ))}
      </div>
      <div className="hours-tools">
        <Button variant="default" className="touch" onClick={() => onChange(addInterval(days, at))}>
          {t('hours.week.add')}
          <span className="sr-only"> {day}</span>
        </Button>
        <select
          className="hours-field"
          aria-label={t('hours.week.copy', { day })}
          value=""
          onChange={({ currentTarget }) => onChange(copyDay(days, at, currentTarget.value as CopyTo))}
        >
          <option value="" disabled>
            {t('hours.week.copyShort')}
          </option>
          <option value="weekdays">{t('hours.week.weekdays')}</option>
          <option value="all">{t('hours.week.all')}</option>
          {WEEKDAYS.filter((each) => each !== weekday).map((each) => (
            <option key={each} value={each}>
              {t(`hours.days.${each}`)}
            </option>
          ))}
        </select>
      </div>
    </li>
  );
}

interface FieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const TimeField = ({ label, value, onChange }: FieldProps) => (
  <input
    type="time"
    required
    className="hours-field"
    aria-label={label}
    value={value}
    onChange={({ currentTarget }) => onChange(currentTarget.value)}
  />
);
