import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { get } from '../../api/get';
import { documentSortValues, documentStateValues, paperKindValues } from '../../api/schema';
import { addWords } from '../../i18n/add-words';
import { ListExport } from '../../parts/download/list-export';
import { Empty } from '../../parts/empty';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { usePageParams } from '../../parts/page-params';
import { ProblemAlert } from '../../parts/problem-alert';
import { DataTable, PAGE_SIZE } from '../../parts/table/data-table';
import { useListState } from '../../parts/table/list-state';
import { Sums } from '../prestations/sums';
import * as prestations from '../prestations/words';
import { useDocumentColumns } from './document-columns';
import { DocumentFilters } from './document-filters';
import { en, fr } from './words';
import './documents.css';

addWords('documents', { fr, en });
addWords('prestations', prestations);

/** All documents of all prestations, the newest first. */
export default function DocumentsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('documents.title')}>
      <Sums />
      <DocumentList />
    </Page>
  );
}

function DocumentList() {
  const { t } = useTranslation();
  const [params] = usePageParams();
  const [{ search, sort, from }] = useListState();
  const client = params.get('client');
  const query = {
    ...(search && { search }),
    kind: paperKindValues.find((each) => each === params.get('kind')),
    state: documentStateValues.find((each) => each === params.get('state')),
    ...(client && { organisationId: client }),
    ...(params.get('overdue') === 'true' && { overdue: 'true' as const }),
    sort: documentSortValues.find((each) => each === sort),
  };
  const list = useQuery({
    ...get('/api/v1/documents', { query: { limit: PAGE_SIZE, offset: from, ...query } }),
    placeholderData: keepPreviousData,
  });
  const columns = useDocumentColumns();
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemAlert error={list.error} retry={() => void list.refetch()} />;
  const isFiltered = ['kind', 'state', 'client', 'overdue'].some((name) => params.has(name));
  return (
    <>
      <DataTable
        label={t('documents.title')}
        columns={columns}
        rows={list.data.items}
        rowId={({ id }) => id}
        server={{ total: list.data.total }}
        isSearchable
        searchFor={t('documents.search')}
        filters={(list.data.total > 0 || isFiltered || search) && <DocumentFilters />}
        empty={
          isFiltered ? (
            <p className="empty-title">{t('documents.noneFound')}</p>
          ) : (
            <Empty title={t('documents.none')}>
              <p>{t('documents.noneCure')}</p>
              <Link to="/prestations">{t('documents.toPrestations')}</Link>
            </Empty>
          )
        }
      />
      {list.data.total > 0 && <ListExport list="documents" title={t('documents.title')} query={query} />}
    </>
  );
}
