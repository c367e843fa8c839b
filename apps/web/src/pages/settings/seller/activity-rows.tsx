import { Button, NativeSelect, SimpleGrid, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Activity, CATEGORIES, type Category, readActivities, writeActivities } from './activities';
import { USUAL_RATE, usualExemption } from './defaults';
import { ExemptionFields } from './exemption-fields';
import { RateField } from './rate-field';
import type { FieldsProps } from './text-field';

const BLANK: Activity = { name: '', category: 'S', rate: USUAL_RATE, exemptionCode: '', exemptionText: '' };

/** Each activity with its own VAT: taxed at a rate, or not taxed and why. */
export function ActivityRows({ fields }: FieldsProps) {
  const { t } = useTranslation();
  const { values, set } = fields;
  const rows = readActivities(values.activities);
  const write = (changed: readonly Activity[]) => set({ activities: writeActivities(changed) });
  return (
    <div className="activity-rows">
      {rows.map((row, at) => (
        <ActivityRow
          // A row has no other identity than its place.
          // biome-ignore lint/suspicious/noArrayIndexKey: rows are added at the end, and fields are controlled
          key={at}
          row={row}
          number={at + 1}
          onChange={(what) => write(rows.map((each, place) => (place === at ? { ...each, ...what } : each)))}
          onRemove={() => write(rows.filter((_, place) => place !== at))}
        />
      ))}
      <Button variant="default" className="touch" onClick={() => write([...rows, BLANK])}>
        {t('seller.addActivity')}
      </Button>
    </div>
  );
}

interface RowProps {
  readonly row: Activity;
  readonly number: number;
  readonly onChange: (what: Partial<Activity>) => void;
  readonly onRemove: () => void;
}
function ActivityRow({ row, number, onChange, onRemove }: RowProps) {
  const { t } = useTranslation();
  const { name, category, rate } = row;
  const choose = (wanted: string) => {
    const chosen = CATEGORIES.find((each): each is Category => each === wanted) ?? 'S';
    onChange({
      category: chosen,
      ...(chosen === 'S' ? { rate: rate || USUAL_RATE } : usualExemption(chosen)),
    });
  };
  return (
    <fieldset className="activity-row">
      <legend>{name || t('seller.activity', { number })}</legend>
      <SimpleGrid cols={{ base: 1, xs: category === 'S' ? 3 : 2 }}>
        <TextInput
          label={t('seller.activityField.name')}
          value={name}
          onChange={({ currentTarget }) => onChange({ name: currentTarget.value })}
          required
          maxLength={60}
        />
        <NativeSelect
          label={t('seller.activityField.category')}
          value={category}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
          data={CATEGORIES.map((value) => ({ value, label: t(`seller.category.${value}`) }))}
        />
        {category === 'S' && (
          <RateField
            label={t('seller.field.rate')}
            value={rate}
            onChange={({ currentTarget }) => onChange({ rate: currentTarget.value })}
          />
        )}
      </SimpleGrid>
      {category !== 'S' && category !== 'E' && (
        <p className="quiet seller-help">{t('seller.categoryHelp')}</p>
      )}
      {category !== 'S' && <ExemptionFields value={row} onChange={onChange} hasMotives={category === 'E'} />}
      <Button
        variant="default"
        className="touch"
        aria-label={`${t('seller.removeActivity')} – ${name || number}`}
        onClick={onRemove}
      >
        {t('seller.removeActivity')}
      </Button>
    </fieldset>
  );
}
