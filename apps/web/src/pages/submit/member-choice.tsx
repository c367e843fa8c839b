import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import { useMe } from '../../frame/use-me';
import { ProblemAlert } from '../../parts/problem-alert';
import type { ForWhom } from './for-whom';

const SHOWN = 50;
const TYPING_MS = 300;

interface Props {
  readonly value: ForWhom;
  readonly change: (value: ForWhom) => void;
  readonly error: string | false;
}

/** A choice of one member, filtered by a search; the chosen member stays chosen during another search. */
export function MemberChoice({ value, change, error }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const [words, setWords] = useState('');
  const [chosen, setChosen] = useState<{ readonly id: string; readonly displayName: string }>();
  const [search] = useDebouncedValue(words.trim(), TYPING_MS);
  const found = useQuery({
    ...get('/api/v1/members', { query: { limit: SHOWN, ...(search && { search }) } }),
    placeholderData: keepPreviousData,
  });
  const others = (found.data?.items ?? []).filter(({ id }) => id !== me.member.id && id !== chosen?.id);
  const offered = [...(chosen ? [chosen] : []), ...others];
  const choose = (id: string) => {
    setChosen(offered.find((each) => each.id === id));
    change({ kind: 'member', id });
  };
  return (
    <>
      <TextInput
        size="md"
        type="search"
        label={t('submit.whom.search')}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
        // Enter filters the list; it must not submit the file.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      {found.isError && <ProblemAlert error={found.error} retry={() => void found.refetch()} />}
      <NativeSelect
        size="md"
        label={t('submit.whom.which.member')}
        value={value.id}
        error={error}
        required
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={[
          { value: '', label: '–' },
          ...offered.map(({ id, displayName }) => ({ value: id, label: displayName })),
        ]}
      />
      <Text size="sm" role="status">
        {found.data && offered.length === 0 && t('submit.whom.noMatch')}
        {found.data && found.data.total > SHOWN && t('submit.whom.more')}
      </Text>
    </>
  );
}
