import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import { useLab } from '../../frame/lab-choice';
import type { Fields } from '../../parts/form/form';
import { NETWORK_ZONE, today } from '../../parts/zone';
import { nameIn } from '../settings/name-in';
import { demandCents } from './allotting';
import { useMeans } from './payment';

type OfferedMeans = Schemas['RecordPayment']['means'];

/** The fields that say how money moved. */
export interface MovedValues {
  readonly amount: string;
  readonly paidOn: string;
  readonly means: string;
  readonly payer: string;
  readonly reference: string;
  readonly note: string;
  /** The till of cash; empty: that of the network. */
  readonly labId: string;
}

export const movedValues = (amount: string, payer: string): MovedValues => ({
  ...{ amount, paidOn: today(NETWORK_ZONE), means: 'transfer', payer, reference: '', note: '', labId: '' },
});

/** What is sent of them: fields that were left empty are left out. @throws Problem that names the amount */
export const movedOf = ({ amount, paidOn, means, payer, reference, note, labId }: MovedValues) => ({
  ...{ cents: demandCents('amount', amount), paidOn, means: means as OfferedMeans },
  ...(payer && { payer }),
  ...(reference && { reference }),
  ...(note && { note }),
  ...(means === 'cash' && labId && { labId }),
});

/** How much moved, when, how, and who paid. */
export function PaymentFields<Values extends MovedValues>({ fields }: { fields: Fields<Values & Typed> }) {
  const { t } = useTranslation();
  const means = useMeans();
  const { labs } = useLab();
  const offered = (means.data?.items ?? []).filter(({ isOffered }) => isOffered);
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          {...fields.field('amount')}
          {...{ inputMode: 'decimal', required: true, maxLength: 16, autoComplete: 'off' }}
          label={t('payments.amountInEuros')}
        />
        <TextInput
          {...fields.field('paidOn')}
          {...{ type: 'date', required: true, max: today(NETWORK_ZONE) }}
          label={t('payments.paidOn')}
        />
        <NativeSelect
          {...fields.field('means')}
          label={t('payments.means')}
          data={offered.map((each) => ({ value: each.code, label: nameIn(each) }))}
        />
        <TextInput {...fields.field('payer')} label={t('payments.payer')} maxLength={200} />
        {fields.values.means === 'cash' && (
          <NativeSelect
            {...fields.field('labId')}
            label={t('payments.till')}
            data={[
              { value: '', label: t('payments.noLab') },
              ...labs.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </SimpleGrid>
      <TextInput {...fields.field('reference')} label={t('payments.referenceHelp')} maxLength={140} />
      <Textarea {...fields.field('note')} label={t('payments.note')} rows={2} maxLength={1000} />
    </>
  );
}

type Typed = Readonly<Record<string, string | boolean>>;
