import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CheckedField } from '../../../parts/checked-field';
import { type FieldsProps, TextField } from './text-field';

const MOST_DAYS = 60;

/** How and until when clients pay. */
export function PaymentFields({ fields }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="seller-part">
      <legend>{t('seller.payment')}</legend>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <CheckedField
          {...fields.field('iban')}
          number="iban"
          label={t('seller.field.iban')}
          description={t('seller.ibanHelp')}
          maxLength={60}
        />
        <CheckedField {...fields.field('bic')} number="bic" label={t('seller.field.bic')} maxLength={20} />
        <TextField
          fields={fields}
          name="paymentTermDays"
          description={t('seller.termHelp')}
          type="number"
          min={0}
          max={MOST_DAYS}
          required
        />
      </SimpleGrid>
    </fieldset>
  );
}
