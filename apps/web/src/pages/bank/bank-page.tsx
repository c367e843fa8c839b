import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { bankLineSortValues } from '../../api/schema';
import { addWords } from '../../i18n/add-words';
import { DialogButton } from '../../parts/dialog-button';
import { ListExport } from '../../parts/download/list-export';
import { Empty } from '../../parts/empty';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { usePageParams } from '../../parts/page-params';
import { ProblemAlert } from '../../parts/problem-alert';
import { DataTable, PAGE_SIZE } from '../../parts/table/data-table';
import { ListFilter } from '../../parts/table/list-filter';
import { useListState } from '../../parts/table/list-state';
import { useFilters } from '../../parts/table/use-filters';
import { AcceptSure } from './accept-sure';
import { type Proposal, proposalsQuery, STATES } from './bank';
import { ImportStatement } from './import-statement';
import { useLineColumns } from './line-columns';
import { PastStatements } from './past-statements';
import { en, fr } from './words';
import './bank.css';

addWords('bank', { fr, en });

/** Bank statements: import them, and turn their lines into payments. */
export default function BankPage() {
  const { t } = useTranslation();
  return (
    <Page
      title={t('bank.title')}
      actions={
        <DialogButton label={t('bank.import')} variant="filled" dialogSize="lg">
          {(close) => <ImportStatement onClose={close} />}
        </DialogButton>
      }
    >
      <LineList />
      <PastStatements />
    </Page>
  );
}

/** The state of the lines that are shown: those to do, unless the address says another. */
function useShownState() {
  const [params] = usePageParams();
  return STATES.find((each) => each === params.get('state')) ?? 'open';
}

function LineList() {
  const { t } = useTranslation();
  const state = useShownState();
  const [, set] = useFilters(['state']);
  const [{ search, sort, from }] = useListState();
  const query = {
    state,
    ...(search && { search }),
    sort: bankLineSortValues.find((each) => each === sort),
  };
  const list = useQuery({
    ...get('/api/v1/bank/lines', { query: { limit: PAGE_SIZE, offset: from, ...query } }),
    placeholderData: keepPreviousData,
  });
  const proposals = useQuery({ ...proposalsQuery, enabled: state === 'open' });
  const columns = useLineColumns(state, state === 'open' ? proposals.data?.items : NONE);
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemAlert error={list.error} retry={() => void list.refetch()} />;
  const { counts } = list.data;
  const hasLines = Object.values(counts).some((count) => count > 0);
  const options = STATES.map((value) => ({
    value,
    label: t('bank.stateCount', { state: t(`bank.states.${value}`), count: counts[value] }),
  }));
  return (
    <>
      {state === 'open' && proposals.isError && (
        <ProblemAlert error={proposals.error} retry={() => void proposals.refetch()} />
      )}
      {state === 'open' && proposals.data && (
        <>
          <AcceptSure proposals={proposals.data.items} />
          {proposals.data.lines < counts.open && proposals.data.lines >= MOST_COMPARED && (
            <p className="quiet">{t('bank.onlyFirst', { count: proposals.data.lines })}</p>
          )}
        </>
      )}
      <DataTable
        label={t('bank.lines')}
        columns={columns}
        rows={list.data.items}
        rowId={({ id }) => id}
        server={{ total: list.data.total }}
        sortedAtFirst="day"
        isSearchable={hasLines}
        searchFor={t('bank.search')}
        filters={
          hasLines && (
            <ListFilter
              label={t('bank.state')}
              value={state}
              onChange={(value) => set('state', value === 'open' ? '' : value)}
              options={options}
            />
          )
        }
        empty={<NoLines hasLines={hasLines} state={state} />}
      />
      {list.data.total > 0 && <ListExport list="bank-lines" title={t('bank.lines')} query={query} />}
    </>
  );
}

const NONE: readonly Proposal[] = [];
/** The service matches so many lines at once. */
const MOST_COMPARED = 5000;

function NoLines({ hasLines, state }: { hasLines: boolean; state: (typeof STATES)[number] }) {
  const { t } = useTranslation();
  if (!hasLines)
    return (
      <Empty title={t('bank.none')}>
        <p>{t('bank.noneCure')}</p>
      </Empty>
    );
  if (state !== 'open') return <p className="empty-title">{t('bank.noneOfState')}</p>;
  return (
    <Empty title={t('bank.allDone')}>
      <p>{t('bank.allDoneCure')}</p>
    </Empty>
  );
}
