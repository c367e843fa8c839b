import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../../api/get';
import { addWords } from '../../../i18n/add-words';
import { Empty } from '../../../parts/empty';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { DataTable, PAGE_SIZE } from '../../../parts/table/data-table';
import { useListState } from '../../../parts/table/list-state';
import * as account from '../../account/words';
import { SettingsFrame } from '../settings-frame';
import { tokenColumns } from './token-columns';
import { en, fr } from './words';

addWords('tokens', { fr, en });
// The rights that a token gives are named there.
addWords('account', account);

/** The tokens of all accounts, by which programs act for people. */
export default function TokensPage() {
  const { t } = useTranslation();
  const [{ search, from }] = useListState();
  const query = { limit: PAGE_SIZE, offset: from, search: search || undefined };
  const tokens = useQuery({
    ...get('/api/v1/accounts/tokens', { query }),
    placeholderData: keepPreviousData,
  });
  const columns = useMemo(() => tokenColumns(t), [t]);
  return (
    <SettingsFrame name="tokens">
      <p className="settings-intro">{t('tokens.intro')}</p>
      {tokens.isPending && <Loading />}
      {tokens.isError && <ProblemAlert error={tokens.error} retry={() => void tokens.refetch()} />}
      {tokens.data && (
        <DataTable
          label={t('settings.pages.tokens.title')}
          columns={columns}
          rows={tokens.data.items}
          rowId={({ id }) => id}
          server={tokens.data}
          isSearchable
          empty={
            <Empty title={t('tokens.none')}>
              <p>{t('tokens.noneCure')}</p>
            </Empty>
          }
        />
      )}
    </SettingsFrame>
  );
}
