import { Fieldset, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Fields } from '../../parts/form/form';
import { formatNumber } from '../../parts/format';
import type { NEW_SPOOL } from './new-spool';

/** The properties of a filament. Its density converts millimetres to grams: a wrong one makes every balance wrong. */
export function FilamentFields({ field }: Pick<Fields<typeof NEW_SPOOL>, 'field'>) {
  const { t } = useTranslation();
  return (
    <Fieldset legend={t('spools.form.new')}>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        {(['material', 'brand', 'colour'] as const).map((name) => (
          <TextInput key={name} {...field(name)} label={t(`spools.form.${name}`)} required maxLength={60} />
        ))}
        <NativeSelect
          {...field('diameterMm')}
          label={t('spools.form.diameter')}
          data={['1.75', '2.85'].map((value) => ({ value, label: formatNumber(Number(value), 2) }))}
        />
        <TextInput
          {...field('densityGramsPerCm3')}
          label={t('spools.form.density')}
          description={t('spools.form.densityHelp')}
          inputMode="decimal"
          required
        />
      </SimpleGrid>
    </Fieldset>
  );
}
