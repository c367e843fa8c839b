import { Checkbox, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Schemas } from '../../api/client';
import { get } from '../../api/get';
import { addWords } from '../../i18n/add-words';
import { ListExport } from '../../parts/download/list-export';
import { Empty } from '../../parts/empty';
import { formatEuros } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { usePageParams, withFilter } from '../../parts/page-params';
import { en as prepaidEn, fr as prepaidFr } from '../../parts/prepaid/words';
import { ProblemAlert } from '../../parts/problem-alert';
import { type Column, DataTable, PAGE_SIZE } from '../../parts/table/data-table';
import { useListState } from '../../parts/table/list-state';
import { en, fr } from './words';

addWords('member-accounts', { fr, en });
addWords('prepaid', { fr: prepaidFr, en: prepaidEn });

type Listed = Schemas['ListedAccount'];

/** The prepaid accounts of all members. */
export default function MemberAccountsPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('member-accounts.title')}>
      <Text className="quiet">{t('member-accounts.intro')}</Text>
      <AccountList />
    </Page>
  );
}

function AccountList() {
  const { t } = useTranslation();
  const [{ search, from, sort }] = useListState();
  const [params, setParams] = usePageParams();
  const below = params.has('below');
  const query = { below: String(below), ...(search && { search }), ...(isSort(sort) && { sort }) };
  const list = useQuery({
    ...get('/api/v1/member-accounts', { query: { limit: PAGE_SIZE, offset: from, ...query } }),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemAlert error={list.error} retry={() => void list.refetch()} />;
  return (
    <>
      <DataTable
        label={t('member-accounts.title')}
        columns={columns}
        rows={list.data.items}
        rowId={({ memberId }) => memberId}
        server={{ total: list.data.total }}
        sortedAtFirst="name"
        isSearchable
        searchFor={t('member-accounts.search')}
        filters={
          <Checkbox
            label={t('member-accounts.below')}
            checked={below}
            onChange={({ currentTarget: { checked } }) =>
              setParams((was) => withFilter(was, 'below', checked ? '1' : ''))
            }
          />
        }
        empty={
          <Empty title={t('member-accounts.none')}>
            <Text>{t('member-accounts.noneCure')}</Text>
          </Empty>
        }
      />
      {list.data.total > 0 && (
        <ListExport list="member-accounts" title={t('member-accounts.title')} query={query} />
      )}
    </>
  );
}

const SORTS = ['name', '-name', 'balance', '-balance'] as const;
const isSort = (sort: string): sort is (typeof SORTS)[number] => (SORTS as readonly string[]).includes(sort);

function useColumns(): readonly Column<Listed>[] {
  const { t } = useTranslation();
  return useMemo(() => {
    const figure = (id: string, header: string, value: (account: Listed) => string): Column<Listed> => ({
      ...{ id, header, value, isFigure: true },
    });
    return [
      {
        ...{ id: 'name', header: t('member-accounts.name'), isSortedByServer: true },
        cell: ({ memberId, displayName, reference }) => (
          <Link to={`/member-accounts/${memberId}`} className="whole-row typed">
            {displayName || reference}
          </Link>
        ),
      },
      { id: 'reference', header: t('prepaid.reference'), value: ({ reference }) => reference },
      {
        ...figure('balance', t('prepaid.balance'), ({ balanceCents }) => formatEuros(balanceCents)),
        isSortedByServer: true,
      },
      figure('reserved', t('prepaid.reserved'), ({ reservedCents }) => formatEuros(reservedCents)),
      figure('uninvoiced', t('member-accounts.uninvoiced'), ({ uninvoicedCents, hasAddress }) =>
        uninvoicedCents === 0
          ? ''
          : [formatEuros(uninvoicedCents), !hasAddress && t('member-accounts.noAddress')]
              .filter(Boolean)
              .join(', '),
      ),
    ];
  }, [t]);
}
