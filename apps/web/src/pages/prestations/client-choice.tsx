import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { ProblemAlert } from '../../parts/problem-alert';
import type { Organisation } from './billing';

const SHOWN = 50;

/** Known clients, narrowed by words; the one just registered comes first. Gives the form its `organisationId`. */
export function ClientChoice({ registered }: { registered: Pick<Organisation, 'id' | 'name'> | undefined }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [search] = useDebouncedValue(words.trim(), 300);
  const query = { limit: SHOWN, ...(search && { search }) };
  const found = useQuery({
    queryKey: ['organisations', query],
    queryFn: () => content(api.GET('/api/v1/organisations', { params: { query } })),
    placeholderData: keepPreviousData,
  });
  const others = (found.data?.items ?? []).filter(({ id }) => id !== registered?.id);
  const offered = [...(registered ? [registered] : []), ...others];
  return (
    <>
      <TextInput
        type="search"
        label={t('prestations.form.search')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        // Enter narrows the list; it must not make a prestation for whoever stands first in it.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      {found.isError && <ProblemAlert error={found.error} retry={() => void found.refetch()} />}
      <NativeSelect
        name="organisationId"
        label={t('prestations.form.client')}
        required
        key={registered?.id}
        data={[
          ...(registered ? [] : [{ value: '', label: '–' }]),
          ...offered.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Text size="sm" role="status">
        {found.data && offered.length === 0 && t('prestations.form.noClient')}
        {found.data && found.data.total > SHOWN && t('prestations.form.more')}
      </Text>
    </>
  );
}
