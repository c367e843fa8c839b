import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { chargedPartValues } from '../../../api/schema';
import type { Fields } from '../../../parts/form/form';
import { ENDS } from './typed';

type Field = Fields<Record<string, string | boolean>>['field'];

/** What is charged for runs that end otherwise. */
export function PolicyFields({ field }: { field: Field }) {
  const { t } = useTranslation();
  return (
    <fieldset>
      <legend>{t('charging.policy')}</legend>
      <p className="quiet">{t('charging.policyHelp')}</p>
      {ENDS.map((end) => (
        <NativeSelect
          {...field(end)}
          key={end}
          label={t(`charging.ends.${end}`)}
          maw="24rem"
          data={chargedPartValues.map((value) => ({ value, label: t(`charging.parts.${value}`) }))}
        />
      ))}
    </fieldset>
  );
}
