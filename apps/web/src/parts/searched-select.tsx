import { NativeSelect, type NativeSelectProps, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';

const TYPING_MS = 300;

/** One thing to choose. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** What is typed into the search field, when the typing pauses. */
export function useSearch() {
  const [words, setWords] = useState('');
  const [search] = useDebouncedValue(words.trim(), TYPING_MS);
  return { words, setWords, search };
}

interface Props extends Omit<NativeSelectProps, 'data'> {
  readonly searchLabel: string;
  readonly search: ReturnType<typeof useSearch>;
  /** The choice that means none; absent: one must be chosen. */
  readonly none?: string;
  readonly choices: readonly Choice[];
  /** Shown under the field, such as that no choice matches. */
  readonly note?: ReactNode;
}

/** A choice among more things than a list can show: a search field filters what is offered. */
export function SearchedSelect({ searchLabel, search, none = '–', choices, note, ...rest }: Props) {
  return (
    <>
      <TextInput
        type="search"
        label={searchLabel}
        value={search.words}
        onChange={({ currentTarget }) => search.setWords(currentTarget.value)}
        // Enter filters the choices; it must not send the form.
        onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
      />
      <NativeSelect {...rest} data={[{ value: '', label: none }, ...choices]} />
      <Text size="sm" role="status">
        {note}
      </Text>
    </>
  );
}
