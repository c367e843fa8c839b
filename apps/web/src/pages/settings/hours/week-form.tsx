import { Button, Switch } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../../api/client';
import { useChange } from '../../../api/use-change';
import { ProblemAlert } from '../../../parts/problem-alert';
import { useToast } from '../../../parts/toasts/use-toast';
import { DayRow } from './day-row';
import { daysOf, WEEKDAYS, weekOf } from './week';

/** The hours of each day of the week; without any, the lab is always open. */
export function WeekForm({ hours }: { hours: Schemas['LabHours'] }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { labId: id, timeZone, version } = hours;
  const [hasHours, setHasHours] = useState(hours.week !== null);
  const [days, setDays] = useState(() => daysOf(hours.week));
  const save = useChange(
    () => {
      const body = { week: hasHours ? weekOf(days) : null, version };
      return content(api.PUT('/api/v1/labs/{id}/hours', { params: { path: { id } }, body }));
    },
    [['/api/v1/labs/{id}/hours', { id }]],
    () => toast(t('hours.week.saved')),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit} className="hours-form">
      <Switch
        label={t('hours.week.has')}
        description={t('hours.week.hasNot')}
        checked={hasHours}
        onChange={({ currentTarget }) => setHasHours(currentTarget.checked)}
      />
      {hasHours && (
        <>
          <p className="quiet">{t('hours.week.clock', { zone: timeZone })}</p>
          <ul className="hours-week">
            {WEEKDAYS.map((weekday) => (
              <DayRow key={weekday} weekday={weekday} days={days} onChange={setDays} />
            ))}
          </ul>
        </>
      )}
      {save.isError && <ProblemAlert error={save.error} />}
      <div>
        <Button
          type="submit"
          className="touch"
          loading={save.isPending}
          disabled={hasHours && weekOf(days).length === 0}
        >
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}
