import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, content } from '../../api/client';
import { get } from '../../api/get';
import { addWords } from '../../i18n/add-words';
import { ActButton } from '../../parts/act-button';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { AccountFacts } from '../../parts/prepaid/account-facts';
import { AccountFiles } from '../../parts/prepaid/account-files';
import { EntryTable } from '../../parts/prepaid/entry-table';
import { InvoiceNow } from '../../parts/prepaid/invoice-now';
import { ProblemAlert } from '../../parts/problem-alert';
import { PAGE_SIZE } from '../../parts/table/data-table';
import { useListState } from '../../parts/table/list-state';
import { CardTopUp } from './card-top-up';
import { en, fr } from './words';

addWords('balance', { fr, en });

const ADDRESS = '/api/v1/me/account';
const ENTRIES = '/api/v1/me/account/entries';

/** A member's own prepaid account: what it holds, every movement, and the invoices. */
export default function BalancePage() {
  const { t } = useTranslation();
  const account = useQuery(get(ADDRESS));
  const [{ from }] = useListState();
  return (
    <Page title={t('balance.title')}>
      {account.isPending && <Loading />}
      {account.isError && <ProblemAlert error={account.error} retry={() => void account.refetch()} />}
      {account.data && (
        <>
          <Text className="quiet" maw="65ch">
            {t(account.data.isOn ? 'balance.intro' : 'balance.off')}
          </Text>
          {account.data.isOn && account.data.reference === null && (
            <div>
              <ActButton
                label={t('balance.open')}
                act={() => content(api.POST(ADDRESS))}
                touches={[ADDRESS]}
              />
            </div>
          )}
          <AccountFacts account={account.data} />
          {account.data.isOn && <CardTopUp />}
          <InvoiceNow
            account={account.data}
            make={() => content(api.POST('/api/v1/me/account/invoices'))}
            touches={[ADDRESS]}
            addressHelp={
              <>
                {t('balance.address')}{' '}
                <Anchor component={Link} to="/account">
                  {t('balance.toAddress')}
                </Anchor>
              </>
            }
          />
          <AccountFiles account={account.data} address={ADDRESS} />
          <EntryTable query={get(ENTRIES, { query: { limit: PAGE_SIZE, offset: from } })} />
        </>
      )}
    </Page>
  );
}
