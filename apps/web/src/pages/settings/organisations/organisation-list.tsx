import { Anchor, NativeSelect, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { get } from '../../../api/get';
import { organisationKindValues, organisationSortValues } from '../../../api/schema';
import { ACCOUNTANTS, holds } from '../../../frame/rights';
import { useMe } from '../../../frame/use-me';
import { DialogButton } from '../../../parts/dialog-button';
import { Empty } from '../../../parts/empty';
import { formatDay } from '../../../parts/format';
import { Loading } from '../../../parts/loading';
import type { Organisation } from '../../../parts/organisation-form/organisation';
import { OrganisationForm } from '../../../parts/organisation-form/organisation-form';
import { usePageParams } from '../../../parts/page-params';
import { ProblemAlert } from '../../../parts/problem-alert';
import { type Column, DataTable, PAGE_SIZE } from '../../../parts/table/data-table';
import { useListState } from '../../../parts/table/list-state';
import { useFilters } from '../../../parts/table/use-filters';
import { SettingsFrame } from '../settings-frame';

/** All clients, with search, order and kind in the address. */
export function OrganisationList() {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  return (
    <SettingsFrame
      name="organisations"
      actions={
        holds(me, ...ACCOUNTANTS) && (
          <DialogButton variant="filled" label={t('organisations.add')} dialogSize="lg">
            {(close) => (
              <OrganisationForm
                onCancel={close}
                onDone={({ id }) => void navigate(`/settings/organisations/${id}`)}
              />
            )}
          </DialogButton>
        )
      }
    >
      <Text className="quiet" maw="65ch">
        {t('organisations.intro')}
      </Text>
      <List />
    </SettingsFrame>
  );
}

function List() {
  const { t } = useTranslation();
  const [{ search, sort, from }] = useListState();
  const [params] = usePageParams();
  const kind = organisationKindValues.find((each) => each === params.get('kind'));
  const order = organisationSortValues.find((each) => each === sort);
  const list = useQuery({
    ...get('/api/v1/organisations', {
      query: {
        ...{ limit: PAGE_SIZE, offset: from },
        ...(search && { search }),
        ...(kind && { kind }),
        ...(order && { sort: order }),
      },
    }),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemAlert error={list.error} retry={() => void list.refetch()} />;
  return (
    <DataTable
      label={t('settings.pages.organisations.title')}
      columns={columns}
      rows={list.data.items}
      rowId={({ id }) => id}
      server={{ total: list.data.total }}
      isSearchable
      filters={<KindFilter />}
      empty={
        <Empty title={kind ? t('organisations.noneOfKind') : t('organisations.none')}>
          {!kind && <Text>{t('organisations.noneCure')}</Text>}
        </Empty>
      }
    />
  );
}

function KindFilter() {
  const { t } = useTranslation();
  const [{ kind }, setFilter] = useFilters(['kind']);
  return (
    <NativeSelect
      aria-label={t('organisation-form.field.kind')}
      value={kind}
      onChange={({ currentTarget }) => setFilter('kind', currentTarget.value)}
      data={[
        { value: '', label: t('organisations.allKinds') },
        ...organisationKindValues.map((value) => ({ value, label: t(`organisation-form.kind.${value}`) })),
      ]}
    />
  );
}

function useColumns(): readonly Column<Organisation>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        ...{ id: 'name', header: t('organisation-form.field.name'), isSortedByServer: true },
        cell: ({ id, name }) => (
          <Anchor component={Link} to={`/settings/organisations/${id}`} fw={600} className="row-link typed">
            {name}
          </Anchor>
        ),
      },
      {
        ...{ id: 'kind', header: t('organisation-form.field.kind'), choice: 'shown' },
        cell: ({ kind }) => t(`organisation-form.kind.${kind}`),
      },
      { id: 'city', header: t('organisation-form.field.city'), value: ({ city }) => city, choice: 'shown' },
      {
        ...{ id: 'siret', header: t('organisations.number'), choice: 'shown' },
        cell: ({ siret, siren }) => siret ?? siren ?? '–',
      },
      {
        ...{ id: 'email', header: t('organisation-form.field.email'), choice: 'hidden' },
        cell: ({ email }) => email ?? '–',
      },
      {
        ...{ id: 'createdAt', header: t('organisations.since'), isSortedByServer: true, choice: 'shown' },
        cell: ({ createdAt }) => formatDay(createdAt),
      },
    ],
    [t],
  );
}
