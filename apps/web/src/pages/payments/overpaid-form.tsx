import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { DialogButton } from '../../parts/dialog-button';
import { Form } from '../../parts/form/form';
import { formatEuros } from '../../parts/format';
import { Notice } from '../../parts/notice';
import { useToast } from '../../parts/toasts/use-toast';
import { TOUCHED } from './payment';

/** What was paid too much, as after a credit note: staff put it on the client's account. */
export function OverpaidForm({ id, tooMuch }: { id: string; tooMuch: number }) {
  const { t } = useTranslation();
  const toast = useToast();
  const params = { path: { id } };
  return (
    <Notice title={t('payments.overpaid')}>
      <p>{t('payments.overpaidWhat', { amount: formatEuros(tooMuch) })}</p>
      <DialogButton label={t('payments.release')}>
        {(close) => (
          <Form
            initial={{ reason: '' }}
            send={(body) => content(api.POST('/api/v1/documents/{id}/overpaid', { params, body }))}
            touches={TOUCHED}
            onDone={() => {
              toast(t('payments.released'));
              close();
            }}
            onCancel={close}
            submit={t('payments.release')}
          >
            {({ field }) => (
              <TextInput {...field('reason')} label={t('payments.reason')} required maxLength={300} />
            )}
          </Form>
        )}
      </DialogButton>
    </Notice>
  );
}
