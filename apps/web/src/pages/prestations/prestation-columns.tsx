import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay, formatEuros } from '../../parts/format';
import type { Column } from '../../parts/table/column';
import type { Listed } from './billing';
import { PrestationState } from './prestation-state';

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
      {
        ...{ id: 'urgency', header: t('prestations.state'), isSortedByServer: true },
        cell: ({ state, isLate }) => <PrestationState state={state} isLate={isLate} />,
      },
      {
        ...{ id: 'responsible', header: t('prestations.responsible'), choice: 'shown' },
        value: ({ responsibleName }) => responsibleName,
      },
      {
        ...{ id: 'reference', header: t('prestations.reference'), isSortedByServer: true, choice: 'shown' },
        value: ({ reference }) => reference,
      },
      {
        ...{ id: 'endsOn', header: t('prestations.endsOn'), isSortedByServer: true, isFigure: true },
        choice: 'shown',
        value: ({ endsOn }) => endsOn && formatDay(endsOn),
      },
      {
        ...{ id: 'createdAt', header: t('prestations.createdOn'), choice: 'hidden', isFigure: true },
        value: ({ createdAt }) => formatDay(createdAt),
      },
      {
        ...{ id: 'netCents', header: t('prestations.amount'), isFigure: true, isSortedByServer: true },
        cell: ({ netCents }) => <b>{formatEuros(netCents)}</b>,
      },
    ],
    [t],
  );
}
