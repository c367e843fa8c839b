import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Form } from '../../parts/form/form';
import { TOUCHED } from './bank';

/** Sets a line aside that is no payment of a client, such as a grant. */
export function IgnoreLine({ id, onDone }: { id: string; onDone: () => void }) {
  const { t } = useTranslation();
  const params = { path: { id } };
  return (
    <Form
      initial={{ reason: '' }}
      send={(body) => content(api.POST('/api/v1/bank/lines/{id}/ignore', { params, body }))}
      touches={TOUCHED}
      onDone={onDone}
      onCancel={onDone}
      submit={t('bank.ignoreSave')}
    >
      {({ field }) => (
        <>
          <p>{t('bank.ignoreWhat')}</p>
          <TextInput {...field('reason')} label={t('bank.ignoreReason')} required maxLength={200} />
        </>
      )}
    </Form>
  );
}
