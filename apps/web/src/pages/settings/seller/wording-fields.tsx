import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type FieldsProps, TextField } from './text-field';

/** The sentences at the foot of invoices. Usual ones stand there already; an accountant may want others. */
export function WordingFields({ fields }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <details className="seller-part">
      <summary>{t('seller.wordings')}</summary>
      <Stack mt="xs">
        <p className="quiet seller-help">{t('seller.wordingsHelp')}</p>
        {WORDINGS.map((name) => (
          <TextField key={name} fields={fields} name={name} maxLength={500} />
        ))}
        <TextField fields={fields} name="vatOnDebits" description={t('seller.debitsHelp')} maxLength={500} />
        <TextField fields={fields} name="footer" maxLength={500} />
      </Stack>
    </details>
  );
}

const WORDINGS = [
  ...(['latePenalty', 'earlyPayment', 'recoveryIndemnity', 'personRecovery'] as const),
  ...(['services', 'goods', 'mixed'] as const),
];
