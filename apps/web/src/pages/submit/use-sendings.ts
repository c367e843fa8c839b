import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { noteArrival } from './queries';
import { type Sending, sendings } from './sendings';

/** Until it stands in the list of uploads. */
export const isUnderWay = ({ status }: Sending): boolean =>
  ['waiting', 'sending', 'arrived'].includes(status);

/**
 * The files on their way; those that have arrived go over to the list of uploads. Closing the window while one is on its
 * way would lose it: the browser asks first.
 */
export function useSendings(): readonly Sending[] {
  const queries = useQueryClient();
  const items = useSyncExternalStore(sendings.watch, sendings.current);
  const isSending = items.some(isUnderWay);
  useEffect(() => {
    if (!isSending) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isSending]);
  useEffect(() => {
    for (const { id, upload } of items)
      if (upload) noteArrival(queries, upload).then(() => sendings.remove(id));
  }, [items, queries]);
  return items;
}
