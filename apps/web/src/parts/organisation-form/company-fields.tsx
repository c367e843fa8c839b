import { Checkbox, SimpleGrid, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { frenchVatNumber } from '../../../../../libs/shared/src/company-number';
import { checkNumber, plainNumber } from '../check-number';
import { CheckedField } from '../checked-field';
import { type FieldsProps, TextField } from './identity-fields';
import type { Values } from './organisation';

/** The numbers of a company, an association or a public body, and what a public body wants on invoices. */
export function CompanyFields({ fields }: FieldsProps) {
  return (
    <>
      <NumberFields fields={fields} />
      <ChorusFields fields={fields} />
    </>
  );
}

/** The SIREN that was typed, alone or as the beginning of the SIRET; undefined while it is wrong. */
export function sirenOf({ siren, siret }: Pick<Values, 'siren' | 'siret'>): string | undefined {
  if (checkNumber('siret', siret) === 'right') return plainNumber(siret).slice(0, 9);
  return checkNumber('siren', siren) === 'right' ? plainNumber(siren) : undefined;
}

function NumberFields({ fields }: FieldsProps) {
  const { t } = useTranslation();
  const { field, values, set } = fields;
  const isFrench = values.countryCode === 'FR';
  const siren = sirenOf(values);
  const usual = isFrench && siren && values.vatNumber.trim() === '' ? frenchVatNumber(siren) : undefined;
  const label = (name: keyof Values) => t(`organisation-form.field.${name}`);
  return (
    <SimpleGrid cols={{ base: 1, xs: 3 }}>
      <CheckedField
        {...field('siret')}
        number="siret"
        label={label('siret')}
        description={t(isFrench ? 'organisation-form.siretHelp' : 'organisation-form.onlyInFrance')}
        inputMode="numeric"
        required={isFrench && values.kind === 'public-body'}
        maxLength={60}
      />
      <CheckedField
        {...field('siren')}
        number="siren"
        label={label('siren')}
        description={t(isFrench ? 'organisation-form.sirenHelp' : 'organisation-form.onlyInFrance')}
        inputMode="numeric"
        maxLength={60}
      />
      <div>
        <CheckedField
          {...field('vatNumber')}
          number="vatNumber"
          label={label('vatNumber')}
          description={t(isFrench ? 'organisation-form.vatHelp' : 'organisation-form.vatAbroad')}
          maxLength={60}
        />
        {usual && (
          <button type="button" className="link-button" onClick={() => set({ vatNumber: usual })}>
            {t('organisation-form.useVat', { number: usual })}
          </button>
        )}
      </div>
    </SimpleGrid>
  );
}

function ChorusFields({ fields }: FieldsProps) {
  const { t } = useTranslation();
  const { values, tick } = fields;
  const isOpen = values.kind === 'public-body' || values.serviceCode !== '' || values.engagementNumber !== '';
  return (
    <details open={isOpen}>
      <summary>{t('organisation-form.chorus')}</summary>
      <Stack mt="xs">
        <p className="quiet form-help">{t('organisation-form.chorusHelp')}</p>
        <SimpleGrid cols={{ base: 1, xs: 2 }}>
          <TextField fields={fields} name="serviceCode" maxLength={100} />
          <TextField
            fields={fields}
            name="engagementNumber"
            description={t('organisation-form.engagementHelp')}
            maxLength={50}
          />
        </SimpleGrid>
        <Checkbox {...tick('requiresServiceCode')} label={t('organisation-form.requiresServiceCode')} />
        <Checkbox {...tick('requiresEngagement')} label={t('organisation-form.requiresEngagement')} />
      </Stack>
    </details>
  );
}
