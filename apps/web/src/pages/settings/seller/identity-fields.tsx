import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CheckedField } from '../../../parts/checked-field';
import { CountryField } from '../../../parts/country-field';
import { type FieldsProps, TextField } from './text-field';

/** Who issues the invoices, and where they are reached. */
export function IdentityFields({ fields }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <fieldset className="seller-part">
      <legend>{t('seller.identity')}</legend>
      <TextField fields={fields} name="name" required maxLength={500} />
      <TextField
        fields={fields}
        name="legalForm"
        description={t('seller.legalFormHelp')}
        required
        maxLength={500}
      />
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <CheckedField
          {...fields.field('siret')}
          number="siret"
          label={t('seller.field.siret')}
          description={t('seller.siretHelp')}
          inputMode="numeric"
          required
          maxLength={60}
        />
        <CheckedField
          {...fields.field('rna')}
          number="rna"
          label={t('seller.field.rna')}
          description={t('seller.rnaHelp')}
          maxLength={60}
        />
      </SimpleGrid>
      <TextField fields={fields} name="addressLine" required maxLength={500} />
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <TextField fields={fields} name="postcode" required maxLength={12} />
        <TextField fields={fields} name="city" required maxLength={100} />
        <CountryField {...fields.field('countryCode')} label={t('seller.field.countryCode')} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <TextField fields={fields} name="email" type="email" />
        <TextField fields={fields} name="phone" type="tel" maxLength={500} />
        <TextField fields={fields} name="website" maxLength={500} />
      </SimpleGrid>
    </fieldset>
  );
}
