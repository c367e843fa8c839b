import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';

const TYPING_MS = 300;
/** Things offered at once; more of the name shows the others. */
const SHOWN = 50;

/** What is typed into a search field, and the query of a list when the typing pauses. */
export function useSearch() {
  const [words, setWords] = useState('');
  const [search] = useDebouncedValue(words.trim(), TYPING_MS);
  return { words, setWords, search, query: { limit: SHOWN, ...(search && { search }) } };
}

interface Thing {
  readonly id: string;
}

/** The thing with this id: it stays known during another search. The second value is called when one is chosen. */
export function useChosen<Found extends Thing>(id: string, found: readonly Found[] = []) {
  const [chosen, setChosen] = useState<Found>();
  const choose = (chosenId: string): Found | undefined => {
    if (chosen?.id === chosenId) return chosen;
    const next = found.find((each) => each.id === chosenId);
    setChosen(next);
    return next;
  };
  return [chosen?.id === id ? chosen : found.find((each) => each.id === id), choose] as const;
}
