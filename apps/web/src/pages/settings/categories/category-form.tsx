import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../../api/client';
import { newCategoryTariffValues } from '../../../api/schema';
import { demandDecimal } from '../../../parts/decimal';
import { Form } from '../../../parts/form/form';
import { codeOf } from '../code-of';
import { NamingFields } from '../naming-fields';

interface Props {
  readonly category?: Schemas['MemberCategory'];
  /** Where a new category stands in lists. */
  readonly position: number;
  readonly onDone: () => void;
}

type Tariff = (typeof newCategoryTariffValues)[number];

/** Adds or changes a category of members. */
export function CategoryForm({ category, position, onDone }: Props) {
  const { t } = useTranslation();
  const initial = {
    nameFr: category?.nameFr ?? '',
    nameEn: category?.nameEn ?? '',
    code: '',
    tariff: category?.tariff ?? 'member',
    position: String(category?.position ?? position),
  };
  const send = async ({ code, nameFr, nameEn, ...typed }: typeof initial) => {
    const place = demandDecimal('position', typed.position);
    const body = { nameFr, nameEn, tariff: typed.tariff as Tariff, position: place };
    if (!category)
      return content(api.POST('/api/v1/categories', { body: { ...body, code: code || codeOf(nameFr) } }));
    const params = { path: { code: category.code } };
    return content(api.PATCH('/api/v1/categories/{code}', { params, body }));
  };
  return (
    <Form
      initial={initial}
      send={send}
      touches={['/api/v1/categories']}
      onDone={onDone}
      onCancel={onDone}
      submit={t(category ? 'common.save' : 'categories.addSave')}
    >
      {({ field, values }) => (
        <>
          <NamingFields field={field} nameFr={values.nameFr} isNew={!category} />
          <NativeSelect
            {...field('tariff')}
            label={t('categories.tariff')}
            description={t(
              category && values.tariff !== category.tariff
                ? 'categories.form.changesLater'
                : 'categories.form.tariffHelp',
            )}
            data={newCategoryTariffValues.map((value) => ({
              value,
              label: t(`categories.tariffs.${value}`),
            }))}
          />
          <TextInput
            {...field('position')}
            label={t('categories.position')}
            description={t('categories.form.positionHelp')}
            inputMode="numeric"
            required
          />
        </>
      )}
    </Form>
  );
}
