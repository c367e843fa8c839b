import { Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Touched } from '../../../api/touched';
import { Form } from '../../../parts/form/form';
import { EMPTY, type SpecialDays, specialDaysOf } from './special-days';

interface Props {
  /** Sends the days, or keeps them for a page that sends all at once. */
  readonly add: (days: SpecialDays) => Promise<unknown>;
  readonly touches: readonly Touched[];
  readonly close: () => void;
  readonly hasReason: boolean;
  /** Why there are hours on such days. */
  readonly hoursLabel: string;
}

/** Adds days without hours, or with other ones than those of the week, and their reason. */
export function SpecialDaysForm({ add, touches, close, hasReason, hoursLabel }: Props) {
  const { t } = useTranslation();
  return (
    <Form
      initial={EMPTY}
      send={(typed) => add(specialDaysOf(typed))}
      touches={touches}
      onDone={close}
      onCancel={close}
      submit={t('hours.closures.submit')}
    >
      {({ field, tick, values }) => (
        <>
          <TextInput
            {...field('firstDay')}
            type="date"
            label={t('hours.closures.firstDay')}
            required
            data-autofocus
          />
          <TextInput
            {...field('lastDay')}
            type="date"
            label={t('hours.closures.lastDay')}
            description={t('hours.closures.lastDayHelp')}
            min={values.firstDay}
          />
          <TextInput
            {...field('reason')}
            label={t('hours.closures.reason')}
            required={hasReason}
            maxLength={200}
          />
          <Switch {...tick('hasHours')} label={hoursLabel} />
          {values.hasHours && (
            <div className="hours-interval">
              <TextInput {...field('opens')} type="time" label={t('hours.closures.opens')} required />
              <TextInput {...field('closes')} type="time" label={t('hours.closures.closes')} required />
            </div>
          )}
        </>
      )}
    </Form>
  );
}
