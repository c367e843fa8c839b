import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLab } from '../../../frame/lab-choice';
import { addWords } from '../../../i18n/add-words';
import { Empty } from '../../../parts/empty';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { DataTable } from '../../../parts/table/data-table';
import { useListState } from '../../../parts/table/list-state';
import { useFilters } from '../../../parts/table/use-filters';
import { SettingsFrame } from '../settings-frame';
import { accountColumns } from './account-columns';
import { AccountFilters } from './account-filters';
import { accountsQuery, FILTERS } from './accounts-query';
import { en, fr } from './words';

addWords('accounts', { fr, en });

/** Who can sign in, and with which roles. */
export default function AccountsPage() {
  const { t } = useTranslation();
  const { labs } = useLab();
  const [state] = useListState();
  const [filters, setFilter] = useFilters(FILTERS);
  const accounts = useQuery({ ...accountsQuery(state, filters), placeholderData: keepPreviousData });
  const columns = useMemo(() => accountColumns(t, labs), [t, labs]);
  return (
    <SettingsFrame name="accounts">
      <p className="settings-intro">
        {t('accounts.intro')} <Link to="/members">{t('accounts.toMembers')}</Link>
      </p>
      {accounts.isPending && <Loading />}
      {accounts.isError && <ProblemAlert error={accounts.error} retry={() => void accounts.refetch()} />}
      {accounts.data && (
        <DataTable
          label={t('settings.pages.accounts.title')}
          columns={columns}
          rows={accounts.data.items}
          rowId={({ id }) => id}
          server={accounts.data}
          isSearchable
          filters={<AccountFilters filters={filters} onChange={setFilter} />}
          empty={
            <Empty title={t('accounts.none')}>
              <p>{t('accounts.noneCure')}</p>
            </Empty>
          }
        />
      )}
    </SettingsFrame>
  );
}
