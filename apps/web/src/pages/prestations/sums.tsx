import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { formatEuros } from '../../parts/format';
import './sums.css';

/** What is to be invoiced, and what was invoiced this year: above the lists of billing. */
export function Sums() {
  const { t } = useTranslation();
  const { data } = useQuery(get('/api/v1/prestations/summary'));
  const sums = [
    {
      label: t('prestations.sums.toInvoice'),
      cents: data?.toInvoice.netCents,
      note: data && t('prestations.sums.prestations', { count: data.toInvoice.count }),
    },
    {
      label: t('prestations.sums.invoiced', { year: data?.invoiced.year ?? '' }),
      cents: data?.invoiced.netCents,
      note: data && t('prestations.sums.invoices', { count: data.invoiced.count }),
    },
  ];
  return (
    <dl className="sums">
      {sums.map(({ label, cents, note }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            {cents === undefined ? '…' : formatEuros(cents)}
            <small>{note ?? '\u00a0'}</small>
          </dd>
        </div>
      ))}
    </dl>
  );
}
