import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Form } from '../../parts/form/form';
import { useToast } from '../../parts/toasts/use-toast';
import { type PaymentDetail, TOUCHED } from './payment';

/** Undoes an entry by its opposite, with the reason. */
export function UndoForm({
  payment: { id, number },
  onDone,
}: {
  payment: PaymentDetail;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const toast = useToast();
  const params = { path: { id } };
  return (
    <Form
      initial={{ reason: '' }}
      send={(body) => content(api.POST('/api/v1/payments/{id}/undo', { params, body }))}
      touches={TOUCHED}
      onDone={() => {
        toast(t('payments.undone', { number }));
        onDone();
      }}
      onCancel={onDone}
      submit={t('payments.undo')}
      color="red"
    >
      {({ field }) => (
        <>
          <p>{t('payments.undoWhat', { number })}</p>
          <TextInput {...field('reason')} label={t('payments.reason')} required maxLength={300} />
        </>
      )}
    </Form>
  );
}
