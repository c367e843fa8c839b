import { Fieldset, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FaultOf } from '../../parts/form';
import { formatNumber } from '../../parts/format';

/** What a filament is: its density turns millimetres into grams, so a wrong one falsifies every balance. */
export function FilamentFields({ faultOf }: { faultOf: FaultOf }) {
  const { t } = useTranslation();
  return (
    <Fieldset legend={t('spools.form.new')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {(['material', 'brand', 'colour'] as const).map((name) => (
          <TextInput
            key={name}
            name={name}
            label={t(`spools.form.${name}`)}
            error={faultOf(name)}
            required
            maxLength={60}
          />
        ))}
        <NativeSelect
          name="diameterMm"
          label={t('spools.form.diameter')}
          data={['1.75', '2.85'].map((value) => ({ value, label: formatNumber(Number(value), 2) }))}
        />
        <TextInput
          name="densityGramsPerCm3"
          label={t('spools.form.density')}
          description={t('spools.form.densityHelp')}
          error={faultOf('densityGramsPerCm3')}
          inputMode="decimal"
          required
        />
      </SimpleGrid>
    </Fieldset>
  );
}
