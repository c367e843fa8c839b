import { Button, Checkbox, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Fields } from '../../../parts/form/form';
import { fieldOf, type Group, materialField, nameOfMaterial, type RateValues, typedIn } from './rates';

interface Props {
  readonly group: Group;
  readonly fields: Fields<RateValues>;
  /** Copies the prices of this group to the others; absent: no such button. */
  readonly onCopy: (() => void) | undefined;
  /** Whether the material of this field has a name, so that it has a price. */
  readonly isNamed: (nameField: string) => boolean;
}

/** The prices of one group. */
export function GroupFields({ group, fields, onCopy, isNamed }: Props) {
  const { t } = useTranslation();
  const { field, tick, values } = fields;
  const slots = Object.keys(values).filter((name) => name.startsWith(`${group}_material`)).length;
  const named = Array.from({ length: slots }, (_, slot) => slot).filter((slot) =>
    isNamed(nameOfMaterial(slot)),
  );
  return (
    <fieldset className="tariff-group">
      <legend>{t(`tariffs.group.${group}`)}</legend>
      <p className="quiet">{t(`tariffs.groupHelp.${group}`)}</p>
      <Checkbox {...tick(fieldOf(group, 'free'))} label={t('tariffs.form.free')} />
      <div className="tariff-prices">
        {(['hour', 'setUp', 'minimum'] as const).map((name) => (
          <TextInput
            key={name}
            {...field(fieldOf(group, name))}
            label={t(`tariffs.form.${name}`)}
            inputMode="decimal"
            required
          />
        ))}
        {named.map((slot) => (
          <TextInput
            key={slot}
            {...field(materialField(group, slot))}
            label={t('tariffs.form.perKilogram', { material: typedIn(values, nameOfMaterial(slot)) })}
            inputMode="decimal"
          />
        ))}
        <TextInput
          {...field(fieldOf(group, 'other'))}
          label={t(named.length > 0 ? 'tariffs.form.others' : 'tariffs.form.any')}
          inputMode="decimal"
          required
        />
      </div>
      {onCopy && (
        <Button variant="default" className="touch" onClick={onCopy}>
          {t('tariffs.form.copy')}
        </Button>
      )}
    </fieldset>
  );
}
