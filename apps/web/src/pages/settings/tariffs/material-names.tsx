import { Button, Group, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Fields } from '../../../parts/form/form';
import { nameOfMaterial, type RateValues, typedIn } from './rates';

/** The materials with a price of their own; every other material has one common price. */
export function MaterialNames({ fields }: { fields: Fields<RateValues> }) {
  const { t } = useTranslation();
  const { field, values } = fields;
  const slots = Object.keys(values).filter((name) => /^material\d+$/.test(name)).length;
  const named = Array.from({ length: slots }, (_, slot) => slot).filter(
    (slot) => typedIn(values, nameOfMaterial(slot)) !== '',
  );
  const [added, setAdded] = useState(0);
  const shown = Math.min(slots, Math.max(named.length === 0 ? 0 : Math.max(...named) + 1, added));
  return (
    <fieldset className="tariff-group">
      <legend>{t('tariffs.form.materials')}</legend>
      <p className="quiet">{t('tariffs.form.materialsHelp')}</p>
      <Group align="flex-end">
        {Array.from({ length: shown }, (_, slot) => (
          <TextInput
            key={nameOfMaterial(slot)}
            {...field(nameOfMaterial(slot))}
            label={t('tariffs.form.material', { number: slot + 1 })}
            maxLength={40}
          />
        ))}
        {shown < slots && (
          <Button variant="default" className="touch" onClick={() => setAdded(shown + 1)}>
            {t('tariffs.form.addMaterial')}
          </Button>
        )}
      </Group>
    </fieldset>
  );
}
