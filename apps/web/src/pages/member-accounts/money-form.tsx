import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { topUpMeansValues } from '../../api/schema';
import { centsOf } from '../../parts/cents-of';
import { Form } from '../../parts/form/form';
import { newKey } from '../submit/new-key';
import { touchesOf } from './touches';

interface Props {
  readonly memberId: string;
  readonly kind: 'topUp' | 'refund';
  readonly onDone: () => void;
  readonly onCancel: () => void;
}

type Means = (typeof topUpMeansValues)[number];

/** Money that a member pays in at the desk, or gets back. */
export function MoneyForm({ memberId: id, kind, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  // The same for a request that is sent again: the money is booked once.
  const [key] = useState(newKey);
  const initial = { cents: '', means: 'cash' as Means, paidOn: '', reference: '', reason: '' };
  const send = ({ cents, means, paidOn, reference, reason }: typeof initial) => {
    const params = { path: { id } };
    const moved = { cents: centsOf('cents', cents), means, reference: reference || null, note: null, key };
    const dated = { ...moved, ...(paidOn && { paidOn }) };
    if (kind === 'topUp')
      return content(api.POST('/api/v1/member-accounts/{id}/top-ups', { params, body: dated }));
    return content(api.POST('/api/v1/member-accounts/{id}/refunds', { params, body: { ...dated, reason } }));
  };
  return (
    <Form
      initial={initial}
      send={send}
      touches={touchesOf(id)}
      onDone={onDone}
      onCancel={onCancel}
      submit={t(`member-accounts.${kind}`)}
    >
      {({ field }) => (
        <>
          <TextInput
            {...field('cents')}
            label={t('member-accounts.field.amount')}
            inputMode="decimal"
            required
            maxLength={12}
          />
          <NativeSelect
            {...field('means')}
            label={t('member-accounts.field.means')}
            data={topUpMeansValues.map((value) => ({ value, label: t(`member-accounts.means.${value}`) }))}
          />
          <TextInput
            {...field('paidOn')}
            type="date"
            label={t('member-accounts.field.paidOn')}
            description={t('member-accounts.field.paidOnHelp')}
          />
          <TextInput {...field('reference')} label={t('member-accounts.field.reference')} maxLength={140} />
          {kind === 'refund' && (
            <TextInput
              {...field('reason')}
              label={t('member-accounts.field.reason')}
              required
              maxLength={300}
            />
          )}
        </>
      )}
    </Form>
  );
}
