import { NativeSelect, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { get } from '../../api/get';
import type { Fields } from '../../parts/form/form';
import { ProblemAlert } from '../../parts/problem-alert';
import { type Organisation, organisationQuery } from './billing';

const SHOWN = 50;

interface Props extends Pick<Fields<{ organisationId: string }>, 'field'> {
  /** The client just registered, which is then the chosen one. */
  readonly registered: Pick<Organisation, 'id' | 'name'> | undefined;
  readonly chosen: string;
  readonly onRegistered: (id: string) => void;
}

/** Known clients, filtered by a search; the chosen one stays in the list. */
export function ClientChoice({ registered, chosen, field, onRegistered }: Props) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [search] = useDebouncedValue(words.trim(), 300);
  const found = useQuery({
    ...get('/api/v1/organisations', { query: { limit: SHOWN, ...(search && { search }) } }),
    placeholderData: keepPreviousData,
  });
  const known = useQuery({ ...organisationQuery(chosen), enabled: chosen !== '' });
  const registeredId = registered?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: chosen once, when the client was registered
  useEffect(() => {
    if (registeredId) onRegistered(registeredId);
  }, [registeredId]);
  const others = (found.data?.items ?? []).filter(({ id }) => id !== chosen);
  const first =
    chosen === ''
      ? { value: '', label: '–' }
      : { value: chosen, label: known.data?.name ?? t('common.loading') };
  return (
    <>
      <TextInput
        type="search"
        label={t('prestations.form.search')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        // Enter filters the list; it must not create a prestation for the first client in it.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      {found.isError && <ProblemAlert error={found.error} retry={() => void found.refetch()} />}
      <NativeSelect
        {...field('organisationId')}
        label={t('prestations.form.client')}
        required
        data={[first, ...others.map(({ id, name }) => ({ value: id, label: name }))]}
      />
      <Text size="sm" role="status">
        {found.data && others.length === 0 && chosen === '' && t('prestations.form.noClient')}
        {found.data && found.data.total > SHOWN && t('prestations.form.more')}
      </Text>
    </>
  );
}
