import { NativeSelect, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { natureValues, unitValues } from '../../../api/schema';
import { useActivityName } from '../../../parts/activity-name/use-activity-name';
import type { Fields } from '../../../parts/form/form';
import type { Values } from './article';
import type { useActivities } from './use-activities';

interface Props {
  readonly fields: Fields<Values>;
}

const ORDER = ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[];

/** The names and descriptions of an article in both languages, and its code. */
export function TextFields({ fields: { field } }: Props) {
  const { t } = useTranslation();
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          {...field('nameFr')}
          label={t('settings.nameFr')}
          description={t('catalogue.form.nameHelp')}
          inputWrapperOrder={ORDER}
          required
          maxLength={200}
          data-autofocus
        />
        <TextInput
          {...field('nameEn')}
          label={t('settings.nameEn')}
          description={t('catalogue.form.englishHelp')}
          inputWrapperOrder={ORDER}
          maxLength={200}
        />
        <Textarea
          {...field('descriptionFr')}
          label={t('catalogue.form.descriptionFr')}
          rows={3}
          maxLength={1000}
        />
        <Textarea
          {...field('descriptionEn')}
          label={t('catalogue.form.descriptionEn')}
          rows={3}
          maxLength={1000}
        />
      </SimpleGrid>
      <TextInput
        {...field('code')}
        label={t('settings.code')}
        description={t('catalogue.form.codeHelp')}
        inputWrapperOrder={ORDER}
        maw="20rem"
        maxLength={30}
      />
    </>
  );
}

interface PriceProps extends Props {
  readonly activities: ReturnType<typeof useActivities>;
}
/** What it costs, and what decides its VAT. */
export function PriceFields({ fields, activities }: PriceProps) {
  const { t } = useTranslation();
  const { field } = fields;
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <TextInput
          {...field('unitPrice')}
          label={t('catalogue.form.unitPrice')}
          description={t('catalogue.form.priceHelp')}
          inputWrapperOrder={ORDER}
          inputMode="decimal"
          required
          maxLength={20}
        />
        <TextInput
          {...field('basis')}
          label={t('catalogue.form.basis')}
          description={t('catalogue.form.basisHelp')}
          inputWrapperOrder={ORDER}
          inputMode="numeric"
          required
          maxLength={7}
        />
        <NativeSelect
          {...field('unit')}
          label={t('catalogue.form.unit')}
          data={unitValues.map((value) => ({ value, label: t(`catalogue.units.${value}`) }))}
        />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <ActivityField fields={fields} activities={activities} />
        <NativeSelect
          {...field('nature')}
          label={t('catalogue.nature')}
          data={natureValues.map((value) => ({ value, label: t(`catalogue.natures.${value}`) }))}
        />
      </SimpleGrid>
    </>
  );
}

/** A list where VAT depends on the activity; else a text with suggestions. */
function ActivityField({ fields: { field, values }, activities }: PriceProps) {
  const { t } = useTranslation();
  const activityName = useActivityName();
  const words = {
    ...field('activity'),
    label: t('catalogue.activity'),
    description: t('catalogue.form.activityHelp'),
    inputWrapperOrder: ORDER,
    required: true,
  };
  const { known, isClosed } = activities;
  if (isClosed) {
    const codes = [...new Set([...known, values.activity])];
    return <NativeSelect {...words} data={codes.map((value) => ({ value, label: activityName(value) }))} />;
  }
  return (
    <>
      <TextInput {...words} list="known-activities" maxLength={60} autoComplete="off" />
      <datalist id="known-activities">
        {known.map((each) => (
          <option key={each} value={each} />
        ))}
      </datalist>
    </>
  );
}
