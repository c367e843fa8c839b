import { Anchor, Text } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { Schemas } from '../../api/client';
import { get } from '../../api/get';
import { projectStateValues } from '../../api/schema';
import { useLab } from '../../frame/lab-choice';
import { holds } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { addWords } from '../../i18n/add-words';
import { DialogButton } from '../../parts/dialog-button';
import { Empty } from '../../parts/empty';
import { formatDay } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { ProblemAlert } from '../../parts/problem-alert';
import { StateBadge } from '../../parts/state-badge';
import { type Column, DataTable, PAGE_SIZE } from '../../parts/table/data-table';
import { ListFilter } from '../../parts/table/list-filter';
import { useListState } from '../../parts/table/list-state';
import { useFilters } from '../../parts/table/use-filters';
import { TONES } from './project';
import { ProjectForm } from './project-form';
import { en, fr } from './words';

addWords('projects', { fr, en });

type Listed = Schemas['Project'];

/** The projects of the labs that a person works for. */
export default function ProjectsPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const mayManage = holds(useMe(), 'trainer', 'manager', 'administrator');
  return (
    <Page
      title={t('projects.title')}
      actions={
        mayManage && (
          <DialogButton variant="filled" label={t('projects.add')} dialogSize="lg">
            {(close) => (
              <ProjectForm onCancel={close} onDone={({ id }) => void navigate(`/projects/${id}`)} />
            )}
          </DialogButton>
        )
      }
    >
      <Text className="quiet" maw="65ch">
        {t('projects.intro')}
      </Text>
      <List />
    </Page>
  );
}

function List() {
  const { t } = useTranslation();
  const { labs } = useLab();
  const [{ search, from }] = useListState();
  const [filters, set] = useFilters(['state', 'lab']);
  const state = projectStateValues.find((each) => each === filters.state);
  const labId = labs.find(({ id }) => id === filters.lab)?.id;
  const list = useQuery({
    ...get('/api/v1/projects', {
      query: {
        ...{ limit: PAGE_SIZE, offset: from },
        ...(search && { search }),
        ...(state && { state }),
        ...(labId && { labId }),
      },
    }),
    placeholderData: keepPreviousData,
  });
  const columns = useColumns();
  if (list.isPending) return <Loading />;
  if (list.isError) return <ProblemAlert error={list.error} retry={() => void list.refetch()} />;
  return (
    <DataTable
      label={t('projects.title')}
      columns={columns}
      rows={list.data.items}
      rowId={({ id }) => id}
      server={{ total: list.data.total }}
      isSearchable
      filters={
        <>
          <ListFilter<string>
            label={t('projects.field.state')}
            value={state ?? ''}
            onChange={(value) => set('state', value)}
            options={[
              { value: '', label: t('projects.allStates') },
              ...projectStateValues.map((value) => ({ value, label: t(`projects.states.${value}`) })),
            ]}
          />
          {labs.length > 1 && (
            <ListFilter<string>
              label={t('frame.lab')}
              value={labId ?? ''}
              onChange={(value) => set('lab', value)}
              options={[
                { value: '', label: t('projects.allLabs') },
                ...labs.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
          )}
        </>
      }
      empty={
        <Empty title={t('projects.none')}>
          <Text>{t('projects.noneCure')}</Text>
        </Empty>
      }
    />
  );
}

function useColumns(): readonly Column<Listed>[] {
  const { t } = useTranslation();
  const { labs } = useLab();
  return useMemo(
    () => [
      {
        ...{ id: 'title', header: t('projects.field.title') },
        cell: ({ id, title }) => (
          <Anchor component={Link} to={`/projects/${id}`} fw={600} className="row-link typed">
            {title}
          </Anchor>
        ),
      },
      {
        ...{ id: 'state', header: t('projects.field.state') },
        cell: ({ state }) => <StateBadge tone={TONES[state]}>{t(`projects.states.${state}`)}</StateBadge>,
      },
      {
        ...{ id: 'for', header: t('projects.field.forWhom'), choice: 'shown' },
        cell: ({ organisationName, groupName }) =>
          [organisationName, groupName].filter(Boolean).join(' · ') || '–',
      },
      {
        ...{ id: 'lab', header: t('frame.lab'), choice: 'shown' },
        cell: ({ labId }) => labs.find(({ id }) => id === labId)?.name ?? '–',
      },
      {
        ...{ id: 'startsOn', header: t('projects.field.startsOn'), choice: 'shown' },
        cell: ({ startsOn }) => formatDay(startsOn),
      },
    ],
    [t, labs],
  );
}
