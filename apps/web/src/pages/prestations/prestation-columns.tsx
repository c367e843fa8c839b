import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { formatDay, formatEuros } from '../../parts/format';
import type { Column } from '../../parts/table/column';
import { PrestationState } from './prestation-state';

type Listed = Schemas['ListedPrestation'];

/** The columns of the list of prestations; the sums stand under each other. */
export function usePrestationColumns(): readonly Column<Listed>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        ...{ id: 'title', header: t('prestations.form.title') },
        cell: ({ id, title }) => (
          <Link to={`/prestations/${id}`} className="whole-row typed">
            {title}
          </Link>
        ),
      },
      {
        ...{ id: 'client', header: t('prestations.client'), isSortedByServer: true },
        value: ({ clientName }) => clientName,
      },
      { id: 'state', header: t('prestations.state'), cell: ({ state }) => <PrestationState state={state} /> },
      {
        ...{ id: 'reference', header: t('prestations.reference'), isSortedByServer: true, choice: 'shown' },
        value: ({ reference }) => reference,
      },
      {
        ...{ id: 'createdAt', header: t('prestations.createdOn'), choice: 'shown', isFigure: true },
        value: ({ createdAt }) => formatDay(createdAt),
      },
      {
        ...{ id: 'sum', header: t('prestations.lines.amount'), isFigure: true },
        cell: ({ netCents }) => <b>{formatEuros(netCents)}</b>,
      },
    ],
    [t],
  );
}
