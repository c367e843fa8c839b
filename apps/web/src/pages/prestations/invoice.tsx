import { Button, Card, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { formatDay, formatEuros } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';

/** The issued invoice, with its PDF. */
export function Invoice({ id }: { id: string }) {
  const { t } = useTranslation();
  const invoice = useQuery({
    ...get('/api/v1/invoices/{id}', { path: { id } }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (invoice.isPending) return <Loading />;
  if (invoice.isError) return <ProblemAlert error={invoice.error} retry={() => void invoice.refetch()} />;
  const { number, issuedOn, dueOn, netCents, vatCents, grossCents } = invoice.data;
  return (
    <Card component="section" withBorder aria-labelledby="invoice">
      <Stack gap="xs" align="flex-start">
        <Title order={2} size="h3" id="invoice">
          {t('prestations.invoice.title', { number })}
        </Title>
        <Text>{t('prestations.invoice.issued', { issued: formatDay(issuedOn), due: formatDay(dueOn) })}</Text>
        <Text>
          {t('prestations.invoice.amounts', {
            net: formatEuros(netCents),
            vat: formatEuros(vatCents),
            gross: formatEuros(grossCents),
          })}
        </Text>
        <Button
          component="a"
          className="touch"
          variant="default"
          href={`/api/v1/invoices/${id}/pdf`}
          target="_blank"
          rel="noopener"
        >
          {t('prestations.invoice.pdf')} {t('prestations.invoice.newTab')}
        </Button>
      </Stack>
    </Card>
  );
}
