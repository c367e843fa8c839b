import { Checkbox, NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { orNull } from '../../api/or-null';
import { organisationKindValues } from '../../api/schema';
import { type Fields, Form } from '../../parts/form/form';

type Kind = (typeof organisationKindValues)[number];

const EMPTY = {
  kind: 'client' as Kind,
  name: '',
  addressLine: '',
  postcode: '',
  city: '',
  countryCode: 'FR',
  siren: '',
  siret: '',
  vatNumber: '',
  email: '',
  serviceCode: '',
  engagementNumber: '',
  requiresServiceCode: false,
  requiresEngagement: false,
};
type Typed = typeof EMPTY;

const bodyOf = (typed: Typed) => ({
  ...typed,
  countryCode: typed.countryCode.toUpperCase(),
  siren: orNull(typed.siren),
  siret: orNull(typed.siret),
  vatNumber: orNull(typed.vatNumber),
  email: orNull(typed.email),
  serviceCode: orNull(typed.serviceCode),
  engagementNumber: orNull(typed.engagementNumber),
});

/** The organisation that receives the invoice. The server verifies check digits; its errors are shown at the fields. */
export function OrganisationForm({ onDone }: { onDone: (made: { id: string; name: string }) => void }) {
  const { t } = useTranslation();
  return (
    <Form
      initial={EMPTY}
      draft="organisation"
      send={(typed) => content(api.POST('/api/v1/organisations', { body: bodyOf(typed) }))}
      touches={['/api/v1/organisations']}
      onDone={onDone}
      submit={t('prestations.organisation.save')}
    >
      {({ field, tick, values }) => (
        <>
          <Field name="name" field={field} required maxLength={200} />
          <NativeSelect
            {...field('kind')}
            label={t('prestations.organisation.kind')}
            data={organisationKindValues.map((value) => ({ value, label: t(`prestations.kinds.${value}`) }))}
          />
          <Field name="addressLine" field={field} required maxLength={200} />
          <SimpleGrid cols={{ base: 1, xs: 3 }}>
            <Field name="postcode" field={field} required maxLength={12} />
            <Field name="city" field={field} required maxLength={100} />
            <Field name="countryCode" field={field} required maxLength={2} />
          </SimpleGrid>
          <SimpleGrid cols={{ base: 1, xs: 3 }}>
            <Field name="siren" field={field} inputMode="numeric" />
            <Field name="siret" field={field} inputMode="numeric" help="siretHelp" />
            <Field name="vatNumber" field={field} />
          </SimpleGrid>
          <Field name="email" field={field} inputMode="email" />
          <details open={values.kind === 'public-body'}>
            <summary>{t('prestations.organisation.public')}</summary>
            <Stack mt="sm">
              <Field name="serviceCode" field={field} maxLength={100} />
              <Field name="engagementNumber" field={field} maxLength={50} />
              <Checkbox
                {...tick('requiresServiceCode')}
                label={t('prestations.organisation.requiresServiceCode')}
              />
              <Checkbox
                {...tick('requiresEngagement')}
                label={t('prestations.organisation.requiresEngagement')}
              />
            </Stack>
          </details>
        </>
      )}
    </Form>
  );
}

interface FieldProps extends Pick<Fields<Typed>, 'field'> {
  readonly name: keyof Typed;
  readonly help?: 'siretHelp';
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly inputMode?: 'numeric' | 'email';
}
function Field({ name, field, help, ...rest }: FieldProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      {...field(name)}
      label={t(`prestations.organisation.${name}`)}
      description={help && t(`prestations.organisation.${help}`)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      {...rest}
    />
  );
}
