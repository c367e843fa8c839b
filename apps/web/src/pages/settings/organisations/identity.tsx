import { Anchor } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { countryName } from '../../../parts/countries';
import type { Organisation } from '../../../parts/organisation-form/organisation';

/** What invoices say of a client; numbers that it does not have are left out. */
export function Identity({ organisation }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const { kind, addressLine, postcode, city, countryCode, email, ...numbers } = organisation;
  const place = [`${postcode} ${city}`, countryCode === 'FR' ? '' : countryName(countryCode)]
    .filter(Boolean)
    .join(', ');
  const demands = [
    ...(numbers.requiresServiceCode ? (['serviceCode'] as const) : []),
    ...(numbers.requiresEngagement ? (['engagementNumber'] as const) : []),
  ];
  return (
    <dl className="facts">
      <Fact name={t('organisation-form.field.kind')}>{t(`organisation-form.kind.${kind}`)}</Fact>
      <Fact name={t('organisation-form.field.addressLine')}>
        {addressLine}, {place}
      </Fact>
      {(['siren', 'siret', 'vatNumber', 'serviceCode', 'engagementNumber'] as const).map(
        (name) =>
          numbers[name] && (
            <Fact key={name} name={t(`organisation-form.field.${name}`)}>
              {numbers[name]}
            </Fact>
          ),
      )}
      {demands.length > 0 && (
        <Fact name={t('organisations.demands')}>
          {demands.map((name) => t(`organisation-form.field.${name}`)).join(', ')}
        </Fact>
      )}
      <Fact name={t('organisation-form.field.email')}>
        {email ? <Anchor href={`mailto:${email}`}>{email}</Anchor> : '–'}
      </Fact>
    </dl>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd className="typed">{children}</dd>
  </div>
);
