import { NativeSelect, SimpleGrid, Stack, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Empty } from '../../parts/empty';
import { Loading } from '../../parts/loading';
import { Pager } from '../../parts/pager';
import { ProblemAlert } from '../../parts/problem-alert';
import { MemberRow } from './member-row';
import { isResidency, membersQuery, RESIDENCY } from './people';

const SIZE = 25;
const PAUSE_MS = 300;

/** What is searched for stands in the address: going back, and sending the page to a colleague, show the same. */
export function MemberList({ chosen }: { chosen: string | null }) {
  const { t } = useTranslation();
  const [params, setParams] = useSearchParams();
  const search = params.get('search') ?? '';
  const residency = params.get('residency');
  const offset = Math.max(0, Number(params.get('from')) || 0);
  const list = useQuery({
    ...membersQuery({
      limit: SIZE,
      offset,
      ...(search && { search }),
      ...(isResidency(residency) && { residency }),
    }),
    placeholderData: keepPreviousData,
  });
  const set = (name: string, value: string) =>
    setParams(
      (before) => {
        if (value) before.set(name, value);
        else before.delete(name);
        if (name !== 'from') before.delete('from');
        return before;
      },
      { replace: name === 'search' },
    );
  const searchFor = useDebouncedCallback((words: string) => set('search', words.trim()), PAUSE_MS);
  return (
    <Stack>
      <SimpleGrid component="search" cols={{ base: 1, xs: 2 }}>
        <TextInput
          type="search"
          label={t('members.search')}
          defaultValue={search}
          onChange={(event) => searchFor(event.currentTarget.value)}
          maxLength={100}
        />
        <NativeSelect
          label={t('members.residency')}
          value={isResidency(residency) ? residency : ''}
          onChange={(event) => set('residency', event.currentTarget.value)}
          data={[
            { value: '', label: t('members.all') },
            ...RESIDENCY.map((value) => ({ value, label: t(`members.states.${value}`) })),
          ]}
        />
      </SimpleGrid>
      {list.isPending && <Loading />}
      {list.isError && <ProblemAlert error={list.error} retry={() => void list.refetch()} />}
      <Text size="sm" role="status">
        {list.data && t('members.found', { count: list.data.total })}
      </Text>
      {list.data?.total === 0 && (
        <Empty title={t('members.none')}>
          <Text>{t('members.noneCure')}</Text>
        </Empty>
      )}
      {list.data && list.data.items.length > 0 && (
        <ul className="rows">
          {list.data.items.map((member) => (
            <MemberRow key={member.id} member={member} isChosen={member.id === chosen} />
          ))}
        </ul>
      )}
      {list.data && (
        <Pager offset={offset} size={SIZE} total={list.data.total} go={(to) => set('from', String(to))} />
      )}
    </Stack>
  );
}
