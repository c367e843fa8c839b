import { Checkbox, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { WORDINGS } from './defaults';
import { type FieldsProps, TextField } from './text-field';

const NAMES = [
  ...(['latePenalty', 'earlyPayment', 'recoveryIndemnity', 'personRecovery'] as const),
  ...(['services', 'goods', 'mixed'] as const),
];

/** The sentences at the foot of invoices. Usual ones stand there already; an accountant may want others. */
export function WordingFields({ fields }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <details className="seller-part">
      <summary>{t('seller.wordings')}</summary>
      <Stack mt="xs">
        <p className="quiet seller-help">{t('seller.wordingsHelp')}</p>
        {NAMES.map((name) => (
          <TextField key={name} fields={fields} name={name} maxLength={500} />
        ))}
        <TextField fields={fields} name="footer" maxLength={500} />
      </Stack>
    </details>
  );
}

/** VAT is usually due when a service is paid; with this option, when it is invoiced. */
export function DebitsOption({ fields }: FieldsProps) {
  const { t } = useTranslation();
  const { values, set } = fields;
  const isChosen = values.vatOnDebits !== '';
  return (
    <>
      <Checkbox
        checked={isChosen}
        onChange={() => set({ vatOnDebits: isChosen ? '' : WORDINGS.vatOnDebits })}
        label={t('seller.debits')}
        description={t('seller.debitsHelp')}
      />
      {isChosen && <TextField fields={fields} name="vatOnDebits" maxLength={500} />}
    </>
  );
}
