import { NativeSelect, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { natureValues } from '../../../api/schema';
import { readActivities } from './activities';
import { ActivityRows } from './activity-rows';
import { EXEMPTIONS } from './defaults';
import { type FieldsProps, TextField } from './text-field';

const REGIMES = ['franchise', 'exempt', 'taxable', 'split'] as const;

/** How activities are taxed. Choosing a regime proposes the sentence that the law wants for it. */
export function VatFields({ fields }: FieldsProps) {
  const { t } = useTranslation();
  const { field, values, set } = fields;
  const { regime } = values;
  const choose = (wanted: string) => {
    const usual = wanted === 'franchise' || wanted === 'exempt' ? EXEMPTIONS[wanted] : {};
    set({ regime: REGIMES.find((each) => each === wanted), ...usual });
  };
  return (
    <fieldset className="seller-part">
      <legend>{t('seller.vat')}</legend>
      <NativeSelect
        {...field('regime')}
        label={t('seller.field.regime')}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={REGIMES.map((value) => ({ value, label: t(`seller.regime.${value}`) }))}
      />
      {(regime === 'franchise' || regime === 'exempt') && (
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextField fields={fields} name="exemptionText" required maxLength={500} />
          <TextField
            fields={fields}
            name="exemptionCode"
            description={t('seller.codeHelp')}
            required
            maxLength={60}
          />
        </SimpleGrid>
      )}
      {regime === 'taxable' && (
        <TextField fields={fields} name="rate" inputMode="decimal" maw="14rem" required />
      )}
      {regime === 'split' && <ActivityRows fields={fields} />}
      <TextField
        fields={fields}
        name="vatNumber"
        description={t('seller.vatNumberHelp')}
        maw="20rem"
        maxLength={60}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {regime === 'split' ? <PrintingActivity fields={fields} /> : null}
        <NativeSelect
          {...field('nature')}
          label={t('seller.field.nature')}
          data={natureValues.map((value) => ({ value, label: t(`seller.nature.${value}`) }))}
        />
      </SimpleGrid>
    </fieldset>
  );
}

/** Which activity prints are: one of those that are taxed above. */
function PrintingActivity({ fields }: FieldsProps) {
  const { t } = useTranslation();
  const { field, values } = fields;
  const names = readActivities(values.activities)
    .map(({ name }) => name.trim())
    .filter(Boolean);
  const offered = [...new Set([...names, values.printingActivity])];
  return (
    <NativeSelect
      {...field('printingActivity')}
      label={t('seller.field.printingActivity')}
      error={names.includes(values.printingActivity) ? undefined : t('seller.printingUntaxed')}
      data={offered}
    />
  );
}
