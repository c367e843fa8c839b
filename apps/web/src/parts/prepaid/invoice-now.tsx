import { Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../api/client';
import type { Touched } from '../../api/touched';
import { Confirm } from '../confirm';
import { formatEuros } from '../format';
import { useToast } from '../toasts/use-toast';

interface Props {
  readonly account: Schemas['MemberAccount'];
  readonly make: () => Promise<{ readonly number: string }>;
  readonly touches: readonly Touched[];
  /** What to do where the invoice has no name and address. */
  readonly addressHelp: ReactNode;
}

/** Makes an invoice over the prints since the last one; nothing where there is none. */
export function InvoiceNow({ account: { uninvoicedCents, hasAddress }, make, touches, addressHelp }: Props) {
  const { t } = useTranslation();
  const toast = useToast();
  if (uninvoicedCents === 0) return null;
  if (!hasAddress) return <Text className="quiet">{addressHelp}</Text>;
  const act = async () => {
    const { number } = await make();
    toast(t('prepaid.invoiced', { number }));
  };
  return (
    <div>
      <Confirm label={t('prepaid.invoice')} act={act} touches={touches}>
        <Text>{t('prepaid.invoiceText', { amount: formatEuros(uninvoicedCents) })}</Text>
      </Confirm>
    </div>
  );
}
