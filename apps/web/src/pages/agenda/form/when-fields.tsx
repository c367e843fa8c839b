import { Checkbox, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Fields } from '../../../parts/form/form';
import { weekdaysFor } from './series';
import { SeriesFields } from './series-fields';
import { endAfter, minutesBetween, type Typed, textOf } from './typed';

interface Props {
  readonly fields: Fields<Typed>;
  readonly zone: string;
  /** A session that exists stays one session. */
  readonly isNew: boolean;
}

/** On which day and at what time, once or in a series. */
export function WhenFields({ fields, zone, isNew }: Props) {
  const { t } = useTranslation();
  const { field, tick, set, values, problem } = fields;
  const { isSeries, day, begins, ends, weekdays } = values;
  const isClosed = problem?.code === 'SESSION.CLOSED';
  const begin = (time: string) =>
    set({
      begins: time,
      ...(time && begins && ends && { ends: endAfter(time, minutesBetween(begins, ends)) }),
    });
  const repeat = (isOn: boolean) =>
    set({ isSeries: isOn, ...(isOn && !weekdays && { weekdays: textOf(weekdaysFor(day)) }) });
  return (
    <fieldset className="agenda-fields">
      <legend>{t('agenda.form.when')}</legend>
      <div className="agenda-trio">
        <TextInput
          {...field('day')}
          type="date"
          label={t(isSeries ? 'agenda.form.firstDay' : 'agenda.form.day')}
          required
        />
        <TextInput
          {...field('begins')}
          type="time"
          label={t('agenda.form.begins')}
          required
          onChange={({ currentTarget }) => begin(currentTarget.value)}
        />
        <TextInput {...field('ends')} type="time" label={t('agenda.form.ends')} required />
      </div>
      <p className="agenda-help">
        {ends !== '' && begins !== '' && ends <= begins && <b>{t('agenda.form.nextDay')} </b>}
        {t('agenda.form.clock', { zone })}
      </p>
      {(isClosed || values.evenIfClosed) && (
        <Checkbox {...tick('evenIfClosed')} label={t('agenda.form.evenIfClosed')} />
      )}
      {isNew && (
        <Switch
          {...tick('isSeries')}
          label={t('agenda.form.isSeries')}
          onChange={({ currentTarget }: { currentTarget: HTMLInputElement }) => repeat(currentTarget.checked)}
        />
      )}
      {isNew && isSeries && <SeriesFields fields={fields} />}
    </fieldset>
  );
}
