import { Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import { Form } from '../../../parts/form/form';

const EMPTY = { firstDay: '', lastDay: '', reason: '', isOpen: false, opens: '10:00', closes: '16:00' };

/** Adds days on which a lab is closed, or open at other hours. */
export function ClosureForm({ labId, onDone }: { labId: string; onDone: () => void }) {
  const { t } = useTranslation();
  const send = ({ firstDay, lastDay, reason, isOpen, opens, closes }: typeof EMPTY) =>
    content(
      api.POST('/api/v1/labs/{id}/closures', {
        params: { path: { id: labId } },
        body: {
          ...{ firstDay, lastDay: lastDay || firstDay, reason },
          hours: isOpen ? [{ opens, closes: closes === '00:00' ? '24:00' : closes }] : [],
        },
      }),
    );
  return (
    <Form
      initial={EMPTY}
      send={send}
      touches={[['/api/v1/labs/{id}/closures', { id: labId }]]}
      onDone={onDone}
      onCancel={onDone}
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
          />
          <TextInput {...field('reason')} label={t('hours.closures.reason')} required maxLength={200} />
          <Switch {...tick('isOpen')} label={t('hours.closures.isOpen')} />
          {values.isOpen && (
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
