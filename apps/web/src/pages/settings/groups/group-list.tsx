import { Anchor, Checkbox, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { get } from '../../../api/get';
import { useLab } from '../../../frame/lab-choice';
import { holds, LAB_STAFF } from '../../../frame/rights';
import { useMe } from '../../../frame/use-me';
import { DialogButton } from '../../../parts/dialog-button';
import { Empty } from '../../../parts/empty';
import { formatDay } from '../../../parts/format';
import { Loading } from '../../../parts/loading';
import { usePageParams, withFilter } from '../../../parts/page-params';
import { ProblemAlert } from '../../../parts/problem-alert';
import { type Column, DataTable, PAGE_SIZE } from '../../../parts/table/data-table';
import { useListState } from '../../../parts/table/list-state';
import { nameIn, useCategories } from '../../members/people';
import { SettingsFrame } from '../settings-frame';
import type { Group } from './group';
import { GroupForm } from './group-form';

/** The groups of the labs that a person works for; archived ones on request. */
export function GroupList() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const isStaff = holds(useMe(), ...LAB_STAFF);
  return (
    <SettingsFrame
      name="groups"
      actions={
        isStaff && (
          <DialogButton variant="filled" label={t('groups.add')}>
            {(close) => (
              <GroupForm onCancel={close} onDone={({ id }) => void navigate(`/settings/groups/${id}`)} />
            )}
          </DialogButton>
        )
      }
    >
      <Text className="quiet" maw="65ch">
        {t('groups.intro')}
      </Text>
      <List />
    </SettingsFrame>
  );
}

function List() {
  const { t } = useTranslation();
  const [{ search, from }] = useListState();
  const [params] = usePageParams();
  const archived = params.has('archived');
  const list = useQuery({
    ...get('/api/v1/groups', {
      query: { limit: PAGE_SIZE, offset: from, archived: String(archived), ...(search && { search }) },
    }),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemAlert error={list.error} retry={() => void list.refetch()} />;
  return (
    <DataTable
      label={t('settings.pages.groups.title')}
      columns={columns}
      rows={list.data.items}
      rowId={({ id }) => id}
      server={{ total: list.data.total }}
      isSearchable
      filters={<Archived />}
      empty={
        <Empty title={archived ? t('groups.noneArchived') : t('groups.none')}>
          {!archived && <Text>{t('groups.noneCure')}</Text>}
        </Empty>
      }
    />
  );
}

function Archived() {
  const { t } = useTranslation();
  const [params, change] = usePageParams();
  return (
    <Checkbox
      label={t('groups.onlyArchived')}
      checked={params.has('archived')}
      onChange={({ currentTarget: { checked } }) =>
        change((before) => withFilter(before, 'archived', checked ? 'true' : ''))
      }
    />
  );
}

function useColumns(): readonly Column<Group>[] {
  const { t } = useTranslation();
  const { labs } = useLab();
  const { all } = useCategories();
  return useMemo(
    () => [
      {
        ...{ id: 'name', header: t('groups.field.name') },
        cell: ({ id, name }) => (
          <Anchor component={Link} to={`/settings/groups/${id}`} fw={600} className="row-link typed">
            {name}
          </Anchor>
        ),
      },
      {
        ...{ id: 'category', header: t('groups.field.category'), choice: 'shown' },
        cell: ({ category }) => {
          const found = all.find(({ code }) => code === category);
          return found ? nameIn(found) : category;
        },
      },
      {
        ...{ id: 'lab', header: t('groups.field.labId'), choice: 'shown' },
        cell: ({ labId }) => labs.find(({ id }) => id === labId)?.name ?? '–',
      },
      {
        ...{ id: 'createdAt', header: t('groups.since'), choice: 'shown' },
        cell: ({ createdAt }) => formatDay(createdAt),
      },
    ],
    [t, labs, all],
  );
}
