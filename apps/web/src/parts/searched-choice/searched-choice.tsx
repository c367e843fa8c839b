import { NativeSelect, type NativeSelectProps, Text, TextInput } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { addWords } from '../../i18n/add-words';
import { ProblemAlert } from '../problem-alert';
import type { useSearch } from './use-search';
import { en, fr } from './words';

addWords('searched-choice', { fr, en });

interface Thing {
  readonly id: string;
}

/** What a form gives to a choice, and how the page calls it. */
export interface ChoiceProps extends Omit<NativeSelectProps, 'data' | 'value'> {
  /** The id of the chosen one; empty: none. */
  readonly value: string;
  readonly searchLabel?: string;
  /** The choice that means none; absent: one must be chosen. */
  readonly none?: string;
}

interface Props<Found extends Thing> extends ChoiceProps {
  readonly search: ReturnType<typeof useSearch>;
  readonly found: UseQueryResult<{ readonly items: readonly Found[]; readonly total: number }>;
  /** The name of the chosen one; absent while it is not known. */
  readonly chosen: string | undefined;
  readonly nameOf: (thing: Found) => string;
  /** Shown where the search finds nothing. */
  readonly noMatch: string;
}

/** A choice among more things than a list can show: a search field filters what is offered; the chosen one stays. */
export function SearchedChoice<Found extends Thing>(props: Props<Found>) {
  const { searchLabel, search, found, chosen, nameOf, none = '–', noMatch, value, ...select } = props;
  const { t } = useTranslation();
  const items = found.data?.items ?? [];
  const others = items.filter(({ id }) => id !== value);
  const first = { value, label: chosen ?? t('common.loading') };
  return (
    <>
      <TextInput
        type="search"
        size={select.size}
        label={searchLabel}
        value={search.words}
        onChange={({ currentTarget }) => search.setWords(currentTarget.value)}
        // Enter filters the choices; it must not send the form.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <NativeSelect
        {...select}
        value={value}
        data={[
          { value: '', label: none },
          ...(value === '' ? [] : [first]),
          ...others.map((each) => ({ value: each.id, label: nameOf(each) })),
        ]}
      />
      <Text size="sm" role="status">
        {found.isPending && t('common.loading')}
        {found.data && items.length === 0 && noMatch}
        {found.data && found.data.total > found.data.items.length && t('searched-choice.more')}
      </Text>
      {found.isError && <ProblemAlert error={found.error} retry={() => void found.refetch()} />}
    </>
  );
}
