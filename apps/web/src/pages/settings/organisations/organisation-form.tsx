import { Checkbox, NativeSelect, SimpleGrid, Stack, TextInput, type TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import { organisationKindValues } from '../../../api/schema';
import { Form } from '../../../parts/form/form';
import { bodyOf, type Organisation, type Values, valuesOf } from './organisation';

interface Props {
  /** The organisation to change; absent: another one is registered. */
  readonly organisation?: Organisation;
  readonly onDone: (saved: Organisation) => void;
  readonly onCancel: () => void;
}

/** Who receives invoices. The server verifies the check digits; its errors are shown at the fields. */
export function OrganisationForm({ organisation, onDone, onCancel }: Props) {
  const { t } = useTranslation();
  const send = (values: Values) => {
    const body = bodyOf(values);
    if (!organisation) return content(api.POST('/api/v1/organisations', { body }));
    const params = { path: { id: organisation.id } };
    return content(api.PATCH('/api/v1/organisations/{id}', { params, body }));
  };
  return (
    <Form
      initial={valuesOf(organisation)}
      send={send}
      touches={['/api/v1/organisations']}
      onDone={onDone}
      onCancel={onCancel}
      submit={organisation ? t('common.save') : t('organisations.form.save')}
      draft={`organisation-${organisation?.id ?? 'new'}`}
    >
      {({ field, tick, values }) => {
        const text = (name: keyof Values, rest: TextInputProps) => (
          <TextInput
            {...field(name)}
            label={t(`organisations.field.${name}`)}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            {...rest}
          />
        );
        return (
          <>
            {text('name', { required: true, maxLength: 200 })}
            <NativeSelect
              {...field('kind')}
              label={t('organisations.field.kind')}
              data={organisationKindValues.map((value) => ({
                value,
                label: t(`organisations.kind.${value}`),
              }))}
            />
            {text('addressLine', { required: true, maxLength: 200 })}
            <SimpleGrid cols={{ base: 1, xs: 3 }}>
              {text('postcode', { required: true, maxLength: 12 })}
              {text('city', { required: true, maxLength: 100 })}
              {text('countryCode', { required: true, maxLength: 2 })}
            </SimpleGrid>
            <SimpleGrid cols={{ base: 1, xs: 2 }}>
              {text('siret', {
                inputMode: 'numeric',
                required: values.kind === 'public-body',
                description: t('organisations.form.siretHelp'),
              })}
              {text('siren', { inputMode: 'numeric', description: t('organisations.form.sirenHelp') })}
              {text('vatNumber', {})}
              {text('email', { inputMode: 'email' })}
            </SimpleGrid>
            <details open={values.kind === 'public-body' || values.serviceCode !== ''}>
              <summary>{t('organisations.form.chorus')}</summary>
              <Stack mt="sm">
                {text('serviceCode', { maxLength: 100 })}
                {text('engagementNumber', { maxLength: 50 })}
                <Checkbox
                  {...tick('requiresServiceCode')}
                  label={t('organisations.field.requiresServiceCode')}
                />
                <Checkbox
                  {...tick('requiresEngagement')}
                  label={t('organisations.field.requiresEngagement')}
                />
              </Stack>
            </details>
          </>
        );
      }}
    </Form>
  );
}
