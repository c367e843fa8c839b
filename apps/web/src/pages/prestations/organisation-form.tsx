import { NativeSelect, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { orNull } from '../../api/or-null';
import { type FaultOf, Form, type Values } from '../../parts/form';

const KINDS = ['client', 'school', 'association', 'public-body'] as const;
type Kind = (typeof KINDS)[number];

const bodyOf = (values: Values) => ({
  kind: values('kind') as Kind,
  name: values('name'),
  addressLine: values('addressLine'),
  postcode: values('postcode'),
  city: values('city'),
  countryCode: values('countryCode').toUpperCase(),
  siren: orNull(values('siren')),
  siret: orNull(values('siret')),
  vatNumber: orNull(values('vatNumber')),
  email: orNull(values('email')),
  serviceCode: orNull(values('serviceCode')),
  engagementNumber: orNull(values('engagementNumber')),
});

/** Whom an invoice is made out to. The server checks the numbers' own check digits; what it says stands at the field. */
export function OrganisationForm({ onDone }: { onDone: (made: { id: string; name: string }) => void }) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>('client');
  return (
    <Form
      send={(values) => content(api.POST('/api/v1/organisations', { body: bodyOf(values) }))}
      touches={[['organisations']]}
      onDone={onDone}
      submit={t('prestations.organisation.save')}
    >
      {(faultOf) => (
        <>
          <Field name="name" faultOf={faultOf} required maxLength={200} />
          <NativeSelect
            name="kind"
            label={t('prestations.organisation.kind')}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as Kind)}
            data={KINDS.map((value) => ({ value, label: t(`prestations.kinds.${value}`) }))}
          />
          <Field name="addressLine" faultOf={faultOf} required maxLength={200} />
          <SimpleGrid cols={{ base: 1, xs: 3 }}>
            <Field name="postcode" faultOf={faultOf} required maxLength={12} />
            <Field name="city" faultOf={faultOf} required maxLength={100} />
            <Field name="countryCode" faultOf={faultOf} required maxLength={2} defaultValue="FR" />
          </SimpleGrid>
          <SimpleGrid cols={{ base: 1, xs: 3 }}>
            <Field name="siren" faultOf={faultOf} inputMode="numeric" />
            <Field name="siret" faultOf={faultOf} inputMode="numeric" help="siretHelp" />
            <Field name="vatNumber" faultOf={faultOf} />
          </SimpleGrid>
          <Field name="email" faultOf={faultOf} inputMode="email" />
          <details open={kind === 'public-body'}>
            <summary>{t('prestations.organisation.public')}</summary>
            <Stack mt="sm">
              <Field name="serviceCode" faultOf={faultOf} maxLength={100} />
              <Field name="engagementNumber" faultOf={faultOf} maxLength={50} />
            </Stack>
          </details>
        </>
      )}
    </Form>
  );
}

interface FieldProps {
  readonly name: keyof ReturnType<typeof bodyOf>;
  readonly faultOf: FaultOf;
  readonly help?: 'siretHelp';
  readonly required?: boolean;
  readonly maxLength?: number;
  readonly defaultValue?: string;
  readonly inputMode?: 'numeric' | 'email';
}
function Field({ name, faultOf, help, ...rest }: FieldProps) {
  const { t } = useTranslation();
  return (
    <TextInput
      name={name}
      label={t(`prestations.organisation.${name}`)}
      description={help && t(`prestations.organisation.${help}`)}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={faultOf(name)}
      {...rest}
    />
  );
}
