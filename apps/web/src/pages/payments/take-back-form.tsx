import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Form } from '../../parts/form/form';
import { useToast } from '../../parts/toasts/use-toast';
import { amountText, demandCents } from './allotting';
import { type PaymentDetail, TOUCHED } from './payment';
import type { Settled } from './settled';
import { useCancel } from './use-cancel';

interface Props {
  readonly payment: PaymentDetail;
  readonly settled: Settled;
  readonly onDone: () => void;
}

/** Takes money back from a document: it stays on the client's account. */
export function TakeBackForm({ payment: { id }, settled, onDone }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const cancel = useCancel(onDone);
  const { documentId, document, cents } = settled;
  return (
    <Form
      initial={{ amount: amountText(cents), reason: '' }}
      send={({ amount, reason }) => {
        const body = { parts: [{ documentId, cents: -demandCents('amount', amount) }], reason };
        return content(api.POST('/api/v1/payments/{id}/allotments', { params: { path: { id } }, body }));
      }}
      touches={TOUCHED}
      onDone={() => {
        toast(t('payments.takenBack'));
        onDone();
      }}
      onCancel={cancel}
      submit={t('payments.takeBack')}
    >
      {({ field }) => (
        <>
          <p>{t('payments.takeBackWhat', { number: document })}</p>
          <TextInput
            {...field('amount')}
            {...{ inputMode: 'decimal', required: true, maxLength: 16, autoComplete: 'off' }}
            label={t('payments.amountInEuros')}
          />
          <TextInput {...field('reason')} label={t('payments.reason')} required maxLength={300} />
        </>
      )}
    </Form>
  );
}
