import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay, formatEuros } from '../../parts/format';
import type { Column } from '../../parts/table/column';
import type { Payment } from './payment';
import { PaymentState } from './payment-state';
import { useMeansName } from './use-means-name';

/** The columns of the list of payments; each row leads to the payment's page. */
export function usePaymentColumns(): readonly Column<Payment>[] {
  const { t } = useTranslation();
  const nameOf = useMeansName();
  return useMemo(
    () => [
      {
        ...{ id: 'number', header: t('payments.number') },
        cell: ({ id, number }) => (
          <Link to={`/billing/payments/${id}`} className="whole-row typed">
            {number}
          </Link>
        ),
      },
      {
        ...{ id: 'paidOn', header: t('payments.paidOn'), isFigure: true, isSortedByServer: true },
        value: ({ paidOn }) => formatDay(paidOn),
      },
      { id: 'owner', header: t('payments.client'), value: ({ owner }) => owner },
      { id: 'payer', header: t('payments.payer'), choice: 'hidden', value: ({ payer }) => payer },
      { id: 'means', header: t('payments.means'), choice: 'shown', value: ({ means }) => nameOf(means) },
      {
        ...{ id: 'reference', header: t('payments.reference'), choice: 'hidden' },
        value: ({ reference }) => reference,
      },
      {
        ...{ id: 'bookedOn', header: t('payments.bookedOn'), choice: 'hidden', isFigure: true },
        value: ({ bookedOn }) => formatDay(bookedOn),
      },
      { id: 'state', header: t('payments.state'), cell: (payment) => <PaymentState payment={payment} /> },
      {
        ...{ id: 'leftCents', header: t('payments.left'), choice: 'shown', isFigure: true },
        value: ({ leftCents }) => (leftCents > 0 ? formatEuros(leftCents) : null),
      },
      {
        ...{ id: 'cents', header: t('payments.amount'), isFigure: true, isSortedByServer: true },
        cell: ({ cents }) => <b>{formatEuros(cents)}</b>,
      },
    ],
    [t, nameOf],
  );
}
