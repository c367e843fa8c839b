import { Button, NumberInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../../api/client';
import { get } from '../../../api/get';
import { useChange } from '../../../api/use-change';
import { ProblemAlert } from '../../../parts/problem-alert';
import { useToast } from '../../../parts/toasts/use-toast';
import { DayRow } from '../hours/day-row';
import { daysOf, WEEKDAYS, weekOf } from '../hours/week';
import { nameIn } from '../name-in';
import { SettingsSection } from '../settings-section';
import { Absences } from './absences';

type Hours = Schemas['TrainerHours'];

const NUMBERS = [
  { name: 'slotMinutes', least: 15, most: 480 },
  { name: 'daysAhead', least: 1, most: 365 },
  { name: 'noticeHours', least: 0, most: 336 },
] as const;

/** The week of a trainer at a lab, absences, and what can be booked. All is saved at once. */
export function HoursForm({ hours }: { hours: Hours }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { labId, trainerId, version } = hours;
  const [days, setDays] = useState(() => daysOf(hours.week));
  const [rest, setRest] = useState({
    ...{ exceptions: hours.exceptions, topics: hours.topics, slotMinutes: hours.slotMinutes },
    ...{ daysAhead: hours.daysAhead, noticeHours: hours.noticeHours },
  });
  const save = useChange(
    () =>
      content(
        api.PUT('/api/v1/labs/{id}/trainer-hours/{trainerId}', {
          params: { path: { id: labId, trainerId } },
          body: { ...rest, week: weekOf(days), version },
        }),
      ),
    ['/api/v1/labs/{id}/trainer-hours', '/api/v1/labs/{id}/slots'],
    () => toast(t('trainer-hours.saved')),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit} className="hours-form">
      <SettingsSection title={t('trainer-hours.week')}>
        <p className="quiet">{t('trainer-hours.weekHelp')}</p>
        <ul className="hours-week">
          {WEEKDAYS.map((weekday) => (
            <DayRow
              key={weekday}
              weekday={weekday}
              days={days}
              onChange={setDays}
              none={t('trainer-hours.noHours')}
            />
          ))}
        </ul>
      </SettingsSection>
      <SettingsSection title={t('trainer-hours.bookable')}>
        <div className="trainer-numbers">
          {NUMBERS.map(({ name, least, most }) => (
            <NumberInput
              key={name}
              label={t(`trainer-hours.${name}`)}
              value={rest[name]}
              onChange={(value) => setRest({ ...rest, [name]: Number(value) })}
              {...{ min: least, max: most, hideControls: true, allowDecimal: false, required: true }}
            />
          ))}
        </div>
        <TopicTicks chosen={rest.topics} onChange={(topics) => setRest({ ...rest, topics })} />
      </SettingsSection>
      <Absences exceptions={rest.exceptions} onChange={(exceptions) => setRest({ ...rest, exceptions })} />
      {save.isError && <ProblemAlert error={save.error} />}
      <div className="trainer-save">
        <Button type="submit" className="touch" loading={save.isPending}>
          {t('common.save')}
        </Button>
      </div>
    </form>
  );
}

/** Which introductions can be asked for. */
function TopicTicks({ chosen, onChange }: { chosen: string[]; onChange: (ids: string[]) => void }) {
  const { t } = useTranslation();
  const topics = useQuery({ ...get('/api/v1/topics'), staleTime: 60_000 });
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((each) => each !== id) : [...chosen, id]);
  return (
    <details className="trainer-topics" open={chosen.length > 0 || undefined}>
      <summary>
        {chosen.length === 0
          ? t('trainer-hours.allTopics')
          : t('trainer-hours.someTopics', { count: chosen.length })}
      </summary>
      <p className="quiet">{t('trainer-hours.topicsHelp')}</p>
      <ul>
        {(topics.data?.items ?? []).map((topic) => (
          <li key={topic.id}>
            <label>
              <input type="checkbox" checked={chosen.includes(topic.id)} onChange={() => toggle(topic.id)} />
              {nameIn(topic)}
            </label>
          </li>
        ))}
      </ul>
    </details>
  );
}
