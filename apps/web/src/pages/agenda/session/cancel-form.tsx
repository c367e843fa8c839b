import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import { Form } from '../../../parts/form/form';
import { DANGER } from '../../../parts/once-more';
import { useToast } from '../../../parts/toasts/use-toast';
import { type LabSession, SESSION_TOUCHES } from '../session';

/** Cancels a session, or it and the following ones: those who are registered are told why. */
export function CancelForm({ session, close }: { session: LabSession; close: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { id, seriesId, registered, waiting } = session;
  const send = ({ reason, which }: { reason: string; which: string }) => {
    const body = { reason, which: which === 'following' ? ('following' as const) : ('one' as const) };
    return content(api.POST('/api/v1/lab-sessions/{id}/cancel', { params: { path: { id } }, body }));
  };
  return (
    <Form
      initial={{ reason: '', which: 'one' }}
      send={send}
      touches={SESSION_TOUCHES}
      onDone={({ total }) => {
        close();
        toast(t('agenda.cancel.done', { count: total }));
      }}
      onCancel={close}
      submit={t('agenda.cancel.label')}
      color={DANGER}
    >
      {({ field }) => (
        <>
          <p>{t('agenda.cancel.what', { count: registered + waiting })}</p>
          {seriesId && (
            <NativeSelect
              {...field('which')}
              label={t('agenda.which.label')}
              data={(['one', 'following'] as const).map((value) => ({
                value,
                label: t(`agenda.which.${value}`),
              }))}
            />
          )}
          <TextInput
            {...field('reason')}
            label={t('agenda.cancel.reason')}
            description={t('agenda.cancel.reasonHelp')}
            required
            maxLength={300}
            data-autofocus
          />
        </>
      )}
    </Form>
  );
}
