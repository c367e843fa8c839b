import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef } from 'react';
import { PageIcon } from '../../design/page-icon';

const PAUSE_MS = 250;

interface Props {
  readonly label: string;
  readonly search: string;
  readonly onSearch: (words: string) => void;
}

/** A search field that reports what was typed after a short pause. */
export function SearchField({ label, search, onSearch }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const report = useDebouncedCallback((words: string) => onSearch(words.trim()), PAUSE_MS);
  // Cleared, or another address: but never while a person types here.
  useEffect(() => {
    const shown = input.current;
    if (shown && (document.activeElement !== shown || search === '') && shown.value.trim() !== search)
      shown.value = search;
  }, [search]);
  return (
    <label className="search-field">
      <PageIcon name="search" />
      <span className="sr-only">{label}</span>
      <input
        ref={input}
        type="search"
        placeholder={label}
        defaultValue={search}
        maxLength={100}
        onChange={({ currentTarget }) => report(currentTarget.value)}
      />
    </label>
  );
}
