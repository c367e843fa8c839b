import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { organisationQuery } from './billing';

/** The client, as the invoice will name them. */
export function Client({ id }: { id: string }) {
  const { t } = useTranslation();
  const client = useQuery(organisationQuery(id));
  if (client.isPending) return <Loading />;
  if (client.isError) return <ProblemAlert error={client.error} retry={() => void client.refetch()} />;
  const { name, kind, addressLine, postcode, city, countryCode, siren, siret, vatNumber, email } =
    client.data;
  const numbers = [
    siren && t('prestations.numbers.siren', { number: siren }),
    siret && t('prestations.numbers.siret', { number: siret }),
    vatNumber && t('prestations.numbers.vat', { number: vatNumber }),
  ].filter(Boolean);
  return (
    <Stack component="section" gap={4} aria-labelledby="client">
      <Title order={2} size="h3" id="client">
        {t('prestations.client')}
      </Title>
      <Text fw={600} className="typed">
        {name}
      </Text>
      <Text size="sm">{t(`prestations.kinds.${kind}`)}</Text>
      <Text className="typed">
        {addressLine}, {postcode} {city} ({countryCode})
      </Text>
      {email && <Text className="typed">{email}</Text>}
      {numbers.length > 0 && <Text size="sm">{numbers.join(' · ')}</Text>}
    </Stack>
  );
}
