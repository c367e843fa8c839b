import { NativeSelect, Radio, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { natureValues } from '../../../api/schema';
import { CheckedField } from '../../../parts/checked-field';
import { readActivities } from './activities';
import { ActivityRows } from './activity-rows';
import { EXEMPTIONS } from './defaults';
import { ExemptionFields } from './exemption-fields';
import { RateField } from './rate-field';
import type { FieldsProps } from './text-field';
import { DebitsOption } from './wording-fields';

const REGIMES = ['franchise', 'exempt', 'taxable', 'split'] as const;

/** How activities are taxed. */
export function VatFields({ fields }: FieldsProps) {
  const { t } = useTranslation();
  const { field, values, set } = fields;
  const { regime } = values;
  return (
    <fieldset className="seller-part">
      <legend>{t('seller.vat')}</legend>
      <RegimeChoice fields={fields} />
      {(regime === 'franchise' || regime === 'exempt') && (
        <ExemptionFields value={values} onChange={set} hasMotives={regime === 'exempt'} />
      )}
      {regime === 'taxable' && (
        <div className="seller-narrow">
          <RateField {...field('rate')} label={t('seller.field.rate')} />
        </div>
      )}
      {regime === 'split' && <ActivityRows fields={fields} />}
      <CheckedField
        {...field('vatNumber')}
        number="vatNumber"
        label={t('seller.field.vatNumber')}
        description={t(
          regime === 'taxable' || regime === 'split' ? 'seller.vatNumberNeeded' : 'seller.vatNumberHelp',
        )}
        maw="20rem"
        maxLength={60}
      />
      {(regime === 'taxable' || regime === 'split') && <DebitsOption fields={fields} />}
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

/** The four regimes, each with what it means. Choosing one proposes the sentence that the law wants for it. */
function RegimeChoice({ fields: { values, set } }: FieldsProps) {
  const { t } = useTranslation();
  const choose = (wanted: string) => {
    const usual = wanted === 'franchise' || wanted === 'exempt' ? EXEMPTIONS[wanted] : {};
    set({ regime: REGIMES.find((each) => each === wanted) ?? 'franchise', ...usual });
  };
  return (
    <Radio.Group name="regime" label={t('seller.field.regime')} value={values.regime} onChange={choose}>
      <Stack gap="xs" mt="xs">
        {REGIMES.map((value) => (
          <Radio
            key={value}
            value={value}
            label={t(`seller.regime.${value}`)}
            description={t(`seller.regimeHelp.${value}`)}
          />
        ))}
      </Stack>
    </Radio.Group>
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
