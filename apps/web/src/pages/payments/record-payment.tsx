import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Form } from '../../parts/form/form';
import { useToast } from '../../parts/toasts/use-toast';
import { AllottedNow } from './allotted-now';
import { amountText, inTurn } from './allotting';
import { bookingKey } from './booking-key';
import { type OpenPaper, TOUCHED } from './payment';
import { movedOf, movedValues, PaymentFields } from './payment-fields';
import { useCancel } from './use-cancel';

interface Props {
  readonly organisationId: string;
  readonly clientName: string;
  /** What the money may settle, in this order. */
  readonly papers: readonly OpenPaper[];
  readonly onDone: () => void;
}

/** Records money that came in. It settles the documents in their order; the rest stays on the client's account. */
export function RecordPayment({ organisationId, clientName, papers, onDone }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  const cancel = useCancel(onDone);
  // One key as long as the dialog is open: pressing twice books once.
  const [key] = useState(bookingKey);
  const [first] = papers;
  const initial = {
    ...movedValues(first ? amountText(first.openCents) : '', clientName),
    settles: papers.length > 0,
  };
  return (
    <Form
      initial={initial}
      send={({ settles, ...values }) => {
        const moved = movedOf(values);
        const allotments = settles ? inTurn(moved.cents, papers) : [];
        return content(api.POST('/api/v1/payments', { body: { organisationId, ...moved, key, allotments } }));
      }}
      touches={TOUCHED}
      onDone={({ number }) => {
        toast(t('payments.recorded', { number }));
        onDone();
      }}
      onCancel={cancel}
      submit={t('payments.record')}
    >
      {(fields) => (
        <>
          <PaymentFields fields={fields} />
          {papers.length > 0 && (
            <Checkbox
              {...fields.tick('settles')}
              label={
                papers.length === 1
                  ? t('payments.settlesOne', { number: first?.number })
                  : t('payments.settlesOldest')
              }
            />
          )}
          <AllottedNow amount={fields.values.amount} papers={fields.values.settles ? papers : []} />
        </>
      )}
    </Form>
  );
}
