import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { Confirm } from '../../parts/confirm';
import { formatEuros } from '../../parts/format';
import { useToast } from '../../parts/toasts/use-toast';
import { organisationQuery, type PrestationDetail } from './billing';

/** Issues the invoice: the only step here that cannot be undone. */
export function IssueInvoice({ prestation }: { prestation: PrestationDetail }) {
  const { t } = useTranslation();
  const { id, organisationId, netCents } = prestation;
  const toast = useToast();
  const client = useQuery(organisationQuery(organisationId));
  return (
    <div>
      <Confirm
        variant="filled"
        label={t('prestations.invoice.issue')}
        act={() => api.POST('/api/v1/prestations/{id}/invoice', { params: { path: { id } } })}
        touches={['/api/v1/prestations', '/api/v1/invoices']}
        onDone={() => toast(t('prestations.invoice.done'))}
      >
        <Stack gap="sm">
          <Text fw={600} className="typed">
            {t('prestations.invoice.recap', {
              client: client.data?.name ?? t('prestations.unknownClient'),
              total: formatEuros(netCents),
            })}
          </Text>
          <Text fw={600}>{t('prestations.invoice.final')}</Text>
          <Text>{t('prestations.invoice.check')}</Text>
        </Stack>
      </Confirm>
    </div>
  );
}
