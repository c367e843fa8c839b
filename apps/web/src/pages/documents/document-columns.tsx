import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay, formatEuros } from '../../parts/format';
import type { Column } from '../../parts/table/column';
import { FileLinks } from './file-links';
import type { Paper } from './paper';
import { PaperState } from './paper-state';

const day = (value: string | null) => (value === null ? null : formatDay(value));
const euros = (cents: number | null) => (cents === null ? null : formatEuros(cents));

/** The columns of the list of documents; each row leads to the document's page. */
export function useDocumentColumns(): readonly Column<Paper>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        ...{ id: 'number', header: t('documents.number'), isSortedByServer: true },
        cell: ({ id, kind, number }) => (
          <Link to={`/documents/${id}`} className="whole-row typed">
            {number ?? t('documents.draftOf', { kind: t(`documents.kinds.${kind}`) })}
          </Link>
        ),
      },
      {
        ...{ id: 'kind', header: t('documents.kind'), choice: 'shown' },
        cell: ({ kind }) => <span className="whole-words">{t(`documents.kinds.${kind}`)}</span>,
      },
      {
        ...{ id: 'client', header: t('documents.client'), isSortedByServer: true },
        value: ({ clientName }) => clientName,
      },
      { id: 'title', header: t('documents.subject'), choice: 'shown', value: ({ title }) => title },
      { id: 'state', header: t('documents.state'), cell: (paper) => <PaperState paper={paper} /> },
      {
        ...{ id: 'issuedOn', header: t('documents.issuedOn'), choice: 'shown', isFigure: true },
        isSortedByServer: true,
        value: ({ issuedOn }) => day(issuedOn),
      },
      {
        ...{ id: 'dueOn', header: t('documents.dueOn'), choice: 'shown', isFigure: true },
        isSortedByServer: true,
        value: ({ dueOn }) => day(dueOn),
      },
      {
        ...{ id: 'netCents', header: t('documents.net'), choice: 'hidden', isFigure: true },
        value: ({ netCents }) => euros(netCents),
      },
      {
        ...{ id: 'openCents', header: t('documents.open'), choice: 'shown', isFigure: true },
        value: ({ openCents }) => euros(openCents),
      },
      {
        ...{ id: 'grossCents', header: t('documents.gross'), isFigure: true, isSortedByServer: true },
        cell: ({ grossCents }) => <b>{euros(grossCents)}</b>,
      },
      { id: 'files', header: t('documents.files'), cell: (paper) => <FileLinks paper={paper} /> },
    ],
    [t],
  );
}
