import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Form } from '../../parts/form/form';
import { useToast } from '../../parts/toasts/use-toast';
import { bookingKey } from './booking-key';
import { TOUCHED } from './payment';
import { movedOf, movedValues, PaymentFields } from './payment-fields';
import { useCancel } from './use-cancel';

interface Props {
  readonly organisationId: string;
  readonly clientName: string;
  /** What the account holds, as it is typed. */
  readonly amount: string;
  readonly onDone: () => void;
}

/** Records that money of a client's account was given back. */
export function RefundForm({ organisationId, clientName, amount, onDone }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const cancel = useCancel(onDone);
  const [key] = useState(bookingKey);
  const params = { path: { id: organisationId } };
  return (
    <Form
      initial={{ ...movedValues(amount, clientName), reason: '' }}
      send={({ reason, ...values }) => {
        const body = { ...movedOf(values), reason, key };
        return content(api.POST('/api/v1/organisations/{id}/refunds', { params, body }));
      }}
      touches={TOUCHED}
      onDone={({ number }) => {
        toast(t('payments.refunded', { number }));
        onDone();
      }}
      onCancel={cancel}
      submit={t('payments.refund')}
    >
      {(fields) => (
        <>
          <p>{t('payments.refundWhat')}</p>
          <PaymentFields fields={fields} />
          <TextInput {...fields.field('reason')} label={t('payments.reason')} required maxLength={300} />
        </>
      )}
    </Form>
  );
}
