import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useSyncExternalStore } from 'react';
import { lookAgain, noteArrival } from './queries';
import { type Sending, sendings } from './sendings';

/** True until the file is in the list of uploads. */
export const isUnderWay = ({ status }: Sending): boolean =>
  ['waiting', 'sending', 'arrived'].includes(status);

/**
 * The files being sent; those that have arrived move to the list of uploads. Closing the window would lose a file that
 * is being sent: the browser asks first.
 * @param onMoved called for each file that moves, before it is removed here
 */
export function useSendings(onMoved: (sending: Sending) => void): readonly Sending[] {
  const queries = useQueryClient();
  const items = useSyncExternalStore(sendings.watch, sendings.current);
  const isSending = items.some(isUnderWay);
  useEffect(() => {
    if (!isSending) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isSending]);
  const moving = useRef(new Set<string>());
  useEffect(() => {
    for (const sending of items) {
      const { id, upload } = sending;
      if (!upload || moving.current.has(id)) continue;
      moving.current.add(id);
      noteArrival(queries, upload).then(() => {
        onMoved(sending);
        sendings.remove(id);
      });
    }
  }, [items, queries, onMoved]);
  const given = items.filter(({ status }) => status === 'stopped' || status === 'failed').length;
  useEffect(() => {
    if (given > 0) lookAgain(queries);
  }, [given, queries]);
  return items;
}
