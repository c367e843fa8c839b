import { Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Form } from '../../../parts/form/form';
import { type Exception, exceptionOf } from './exceptions';

const EMPTY = { firstDay: '', lastDay: '', reason: '', hasHours: false, opens: '10:00', closes: '12:00' };

interface Props {
  readonly add: (exception: Exception) => void;
  readonly close: () => void;
}

/** Adds days of absence, or with other hours, to those of the page. */
export function AbsenceForm({ add, close }: Props) {
  const { t } = useTranslation();
  return (
    <Form
      initial={EMPTY}
      send={async (typed) => exceptionOf(typed)}
      touches={[]}
      onDone={add}
      onCancel={close}
      submit={t('trainer-hours.addSave')}
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
          <TextInput {...field('reason')} label={t('trainer-hours.reason')} maxLength={200} />
          <Switch {...tick('hasHours')} label={t('trainer-hours.otherHours')} />
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
