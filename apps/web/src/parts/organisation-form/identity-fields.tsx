import { NativeSelect, SimpleGrid, TextInput, type TextInputProps } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { organisationKindValues } from '../../api/schema';
import { CountryField } from '../country-field';
import type { Fields } from '../form/form';
import type { Values } from './organisation';

/** What the parts of the form get. */
export interface FieldsProps {
  readonly fields: Fields<Values>;
}

interface TextProps extends FieldsProps, Omit<TextInputProps, 'name'> {
  readonly name: keyof Values;
}
/** A text of the client; its label is the words of its name. */
export function TextField({ fields, name, ...rest }: TextProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      {...fields.field(name)}
      label={t(`organisation-form.field.${name}`)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...rest}
    />
  );
}

/** The name and what the client is. */
export function NameFields({ fields }: FieldsProps) {
  const { t } = useTranslation();
  const isPerson = fields.values.kind === 'person';
  return (
    <>
      <TextField fields={fields} name="name" required maxLength={200} data-autofocus />
      <NativeSelect
        {...fields.field('kind')}
        label={t('organisation-form.field.kind')}
        description={isPerson ? t('organisation-form.personHelp') : undefined}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={organisationKindValues.map((value) => ({
          value,
          label: t(`organisation-form.kind.${value}`),
        }))}
      />
      <TextField
        fields={fields}
        name="email"
        type="email"
        description={t('organisation-form.emailHelp')}
        maxLength={254}
      />
    </>
  );
}

/** Where invoices are sent, as they print it. */
export function AddressFields({ fields }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextField fields={fields} name="addressLine" required maxLength={200} />
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <TextField fields={fields} name="postcode" required maxLength={12} />
        <TextField fields={fields} name="city" required maxLength={100} />
        <CountryField {...fields.field('countryCode')} label={t('organisation-form.field.countryCode')} />
      </SimpleGrid>
    </>
  );
}
