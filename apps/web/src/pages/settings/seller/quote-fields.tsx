import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FieldsProps, TextField } from './text-field';

const MOST_DAYS = 365;

/** How long a quote holds, and the terms of sale. */
export function QuoteFields({ fields }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="seller-part">
      <legend>{t('seller.quotes')}</legend>
      <TextField
        fields={fields}
        name="quoteValidDays"
        type="number"
        min={1}
        max={MOST_DAYS}
        maw="14rem"
        required
      />
      <Textarea
        {...fields.field('terms')}
        label={t('seller.field.terms')}
        description={t('seller.termsHelp')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        rows={6}
        maxLength={2000}
      />
    </fieldset>
  );
}
