import { useEffect, useSyncExternalStore } from 'react';
import { type Upload, uploads } from './uploads';

/** The files on their way. Closing the window while one is would lose it: the browser asks first. */
export function useUploads(): readonly Upload[] {
  const items = useSyncExternalStore(uploads.watch, uploads.current);
  const isSending = items.some(({ status }) => status === 'sending' || status === 'waiting');
  useEffect(() => {
    if (!isSending) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [isSending]);
  return items;
}
