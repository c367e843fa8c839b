import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Problem } from '../../api/problem';
import { t as words } from '../../i18n/i18n';
import { Form } from '../../parts/form/form';
import { useToast } from '../../parts/toasts/use-toast';
import { dayIn, instantIn, timeIn } from '../../parts/zone';
import type { Opening } from './opening';

interface Props {
  readonly labId: string;
  readonly opening: Opening;
  readonly timeZone: string;
  readonly onDone: () => void;
}

/** Corrects when a lab was open, on the lab's clock. A closing before the opening is on the next day. */
export function CorrectOpening({ labId, opening, timeZone, onDone }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const { openedAt, closedAt, version } = opening;
  const initial = {
    day: dayIn(openedAt, timeZone),
    from: timeIn(openedAt, timeZone),
    until: closedAt ? timeIn(closedAt, timeZone) : '',
    note: '',
  };
  return (
    <Form
      initial={initial}
      send={({ day, from, until, note }) => {
        const opened = demandInstant(day, from, timeZone, 'from');
        const closed = until === '' ? null : demandInstant(day, until, timeZone, 'until');
        const closing = closed !== null && closed < opened ? closed + 86_400_000 : closed;
        const times = {
          openedAt: new Date(opened).toISOString(),
          closedAt: closing === null ? null : new Date(closing).toISOString(),
        };
        return content(
          api.PATCH('/api/v1/labs/{id}/openings/{openingId}', {
            params: { path: { id: labId, openingId: opening.id } },
            body: { ...times, note, version },
          }),
        );
      }}
      touches={[
        ['/api/v1/labs/{id}/openings', { id: labId }],
        ['/api/v1/labs/{id}/visits', { id: labId }],
      ]}
      onDone={() => {
        toast(t('desk.corrected'));
        onDone();
      }}
      onCancel={onDone}
      submit={t('common.save')}
    >
      {({ field }) => (
        <>
          <TextInput {...field('day')} type="date" required label={t('desk.field.day')} />
          <TextInput {...field('from')} type="time" required label={t('desk.field.from')} />
          <TextInput
            {...field('until')}
            type="time"
            required={closedAt !== null}
            label={t('desk.field.until')}
            description={closedAt === null ? t('desk.field.untilHelp') : undefined}
          />
          <TextInput {...field('note')} required maxLength={200} label={t('desk.field.note')} />
        </>
      )}
    </Form>
  );
}

/** @throws Problem that names the field where it holds no time */
function demandInstant(day: string, time: string, zone: string, path: string): number {
  const instant = instantIn(day, time, zone);
  if (!Number.isNaN(instant)) return instant;
  throw new Problem('FORM.TIME', words('parts.fieldsWrong'), words('parts.fieldsWrongCure'), [
    { path, message: words('desk.notATime') },
  ]);
}
