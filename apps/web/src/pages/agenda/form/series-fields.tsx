import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Fields } from '../../../parts/form/form';
import { weekdayName, wholeDay } from '../days';
import { weekdayOf } from '../week';
import { daysInTheWay } from './conflict';
import { MOST_DATES, seriesDays, toggled } from './series';
import { listOf, type Typed, textOf } from './typed';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const EVERY = [1, 2, 3, 4] as const;

/** On which days a series is, with a preview from which single days are taken out. */
export function SeriesFields({ fields }: { fields: Fields<Typed> }) {
  const { t } = useTranslation();
  const { field, set, values, problem } = fields;
  const chosen = listOf(values.weekdays).map(Number);
  const inTheWay = daysInTheWay(problem).filter((day) => !listOf(values.except).includes(day));
  const leaveOut = () => set({ except: textOf([...listOf(values.except), ...inTheWay]) });
  return (
    <>
      <fieldset className="agenda-ticks">
        <legend>{t('agenda.form.weekdays')}</legend>
        {WEEKDAYS.map((weekday) => (
          <label key={weekday} className="agenda-tick">
            <input
              type="checkbox"
              checked={chosen.includes(weekday)}
              onChange={() => set({ weekdays: textOf(toggled(chosen, weekday).sort()) })}
            />
            {weekdayName(weekday)}
          </label>
        ))}
      </fieldset>
      <div className="agenda-trio">
        <NativeSelect
          {...field('everyWeeks')}
          label={t('agenda.form.everyWeeks')}
          data={EVERY.map((count) => ({ value: String(count), label: t('agenda.form.weeks', { count }) }))}
        />
        <TextInput
          {...field('lastDay')}
          type="date"
          label={t('agenda.form.lastDay')}
          required
          min={values.day}
        />
      </div>
      {inTheWay.length > 0 && (
        <div>
          <Button variant="default" className="touch" onClick={leaveOut}>
            {t('agenda.form.leaveOut', { count: inTheWay.length })}
          </Button>
        </div>
      )}
      <Preview values={values} set={set} />
    </>
  );
}

/** The days of the series; a tap takes one out or puts it back. */
function Preview({ values, set }: Pick<Fields<Typed>, 'values' | 'set'>) {
  const { t } = useTranslation();
  const { day: firstDay, lastDay, everyWeeks } = values;
  const weekdays = listOf(values.weekdays).map(Number);
  const days = seriesDays({ weekdays, everyWeeks: Number(everyWeeks), firstDay, lastDay });
  const except = listOf(values.except);
  const kept = days.filter((day) => !except.includes(day));
  if (days.length === 0) return <p className="agenda-help">{t('agenda.form.noDays')}</p>;
  if (days.length > MOST_DATES)
    return <p className="agenda-warning">{t('agenda.form.tooMany', { count: MOST_DATES })}</p>;
  return (
    <fieldset className="agenda-preview">
      <legend>{t('agenda.form.preview', { count: kept.length })}</legend>
      <p className="agenda-help">{t('agenda.form.previewHelp')}</p>
      <div className="agenda-days">
        {days.map((day) => (
          <label key={day} className="agenda-tick" data-weekday={weekdayOf(day)}>
            <input
              type="checkbox"
              checked={!except.includes(day)}
              onChange={() => set({ except: textOf(toggled(except, day).sort()) })}
            />
            {wholeDay(day)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
