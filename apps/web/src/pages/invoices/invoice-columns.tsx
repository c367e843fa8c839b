import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { formatDay, formatEuros } from '../../parts/format';
import type { Column } from '../../parts/table/column';

type Invoice = Schemas['Invoice'];

/** The columns of the list of invoices; each leads to its prestation and its PDF. */
export function useInvoiceColumns(): readonly Column<Invoice>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        ...{ id: 'number', header: t('invoices.number'), isSortedByServer: true },
        cell: ({ number, prestationId }) => (
          <Link to={`/prestations/${prestationId}`} className="whole-row typed">
            {number}
          </Link>
        ),
      },
      {
        ...{ id: 'client', header: t('invoices.client'), isSortedByServer: true },
        value: ({ clientName }) => clientName,
      },
      { id: 'title', header: t('invoices.subject'), choice: 'shown', value: ({ title }) => title },
      {
        ...{ id: 'issuedOn', header: t('invoices.issuedOn'), choice: 'shown', isFigure: true },
        value: ({ issuedOn }) => formatDay(issuedOn),
      },
      {
        ...{
          id: 'dueOn',
          header: t('invoices.dueOn'),
          choice: 'shown',
          isFigure: true,
          isSortedByServer: true,
        },
        value: ({ dueOn }) => formatDay(dueOn),
      },
      {
        ...{ id: 'netCents', header: t('invoices.net'), choice: 'hidden', isFigure: true },
        value: ({ netCents }) => formatEuros(netCents),
      },
      {
        ...{ id: 'grossCents', header: t('invoices.gross'), isFigure: true, isSortedByServer: true },
        cell: ({ grossCents }) => <b>{formatEuros(grossCents)}</b>,
      },
      {
        ...{ id: 'pdf', header: t('invoices.paper') },
        cell: ({ id, number }) => (
          <a href={`/api/v1/invoices/${id}/pdf`} target="_blank" rel="noopener">
            PDF<span className="sr-only"> {t('invoices.pdfOf', { number })}</span>
          </a>
        ),
      },
    ],
    [t],
  );
}
