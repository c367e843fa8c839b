import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { Problem } from '../../api/problem';
import { t as words } from '../../i18n/i18n';
import { Form } from '../../parts/form/form';
import { formatEuros } from '../../parts/format';
import { useToast } from '../../parts/toasts/use-toast';
import { centsOf } from '../payments/allotting';
import type { Book } from './book';

/** Records what a person counted. A difference needs its reason. */
export function CountForm({ book, onDone }: { book: Book; onDone: () => void }) {
  const { t } = useTranslation();
  const toast = useToast();
  const { labId, day, expectedCents } = book;
  return (
    <Form
      initial={{ counted: '', reason: '' }}
      send={({ counted, reason }) => {
        const body = { labId, day, countedCents: demandCounted(counted), ...(reason && { reason }) };
        return content(api.POST('/api/v1/cash-book/counts', { body }));
      }}
      touches={['/api/v1/cash-book']}
      onDone={() => {
        toast(t('cash.saved'));
        onDone();
      }}
      onCancel={onDone}
      submit={t('cash.save')}
    >
      {({ field, values }) => {
        const difference = (centsOf(values.counted) ?? expectedCents) - expectedCents;
        return (
          <>
            <TextInput
              {...field('counted')}
              {...{ inputMode: 'decimal', required: true, maxLength: 16, autoComplete: 'off' }}
              label={t('cash.counted')}
            />
            <p role="status">
              {difference !== 0 &&
                t(difference > 0 ? 'cash.tooMuch' : 'cash.missing', {
                  amount: formatEuros(Math.abs(difference)),
                })}
            </p>
            <TextInput
              {...field('reason')}
              label={t('cash.reason')}
              required={difference !== 0}
              maxLength={300}
            />
          </>
        );
      }}
    </Form>
  );
}

/** An empty till is 0. @throws Problem that names the field where it holds no amount */
function demandCounted(text: string): number {
  const cents = centsOf(text);
  if (cents !== undefined) return cents;
  throw new Problem('FORM.AMOUNT', words('parts.fieldsWrong'), words('parts.fieldsWrongCure'), [
    { path: 'counted', message: words('cash.notAnAmount') },
  ]);
}
