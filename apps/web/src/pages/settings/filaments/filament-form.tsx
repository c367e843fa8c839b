import { NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../../api/client';
import { demandDecimal } from '../../../parts/decimal';
import { Form } from '../../../parts/form/form';
import { formatNumber } from '../../../parts/format';
import { usualDensity } from './densities';

const DIAMETERS_MM = ['1.75', '2.85'];

interface Props {
  readonly filament?: Schemas['KnownFilament'];
  readonly onDone: () => void;
}

/** Adds or changes a filament. */
export function FilamentForm({ filament, onDone }: Props) {
  const { t } = useTranslation();
  const isUsed = filament !== undefined && filament.spools > 0;
  const initial = {
    material: filament?.material ?? '',
    brand: filament?.brand ?? '',
    colour: filament?.colour ?? '',
    diameterMm: String(filament?.diameterMm ?? DIAMETERS_MM[0]),
    densityGramsPerCm3: filament ? formatNumber(filament.densityGramsPerCm3, 3) : '',
  };
  const send = async ({ diameterMm, densityGramsPerCm3, ...texts }: typeof initial) => {
    const body = {
      ...texts,
      diameterMm: Number(diameterMm),
      densityGramsPerCm3: demandDecimal('densityGramsPerCm3', densityGramsPerCm3),
    };
    if (!filament) return content(api.POST('/api/v1/filaments', { body }));
    return content(api.PATCH('/api/v1/filaments/{id}', { params: { path: { id: filament.id } }, body }));
  };
  return (
    <Form
      initial={initial}
      send={send}
      touches={['/api/v1/filaments', '/api/v1/labs']}
      onDone={onDone}
      onCancel={onDone}
      submit={t(filament ? 'common.save' : 'filaments.addSave')}
    >
      {({ field, values, set }) => (
        <>
          {isUsed && <p className="quiet">{t('filaments.form.fixed')}</p>}
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput
              {...field('material')}
              label={t('filaments.material')}
              description={t('filaments.form.materialHelp')}
              required
              maxLength={60}
              disabled={isUsed}
              onBlur={() => {
                const usual = usualDensity(values.material);
                if (usual && values.densityGramsPerCm3 === '')
                  set({ densityGramsPerCm3: formatNumber(usual, 2) });
              }}
              data-autofocus
            />
            <TextInput {...field('brand')} label={t('filaments.brand')} required maxLength={60} />
            <TextInput {...field('colour')} label={t('filaments.colour')} required maxLength={60} />
            <NativeSelect
              {...field('diameterMm')}
              label={t('filaments.form.diameter')}
              disabled={isUsed}
              data={[...new Set([...DIAMETERS_MM, initial.diameterMm])].map((value) => ({
                value,
                label: formatNumber(Number(value), 2),
              }))}
            />
            <TextInput
              {...field('densityGramsPerCm3')}
              label={t('filaments.form.density')}
              description={t('filaments.form.densityHelp')}
              inputMode="decimal"
              required
            />
          </SimpleGrid>
        </>
      )}
    </Form>
  );
}
