import { useQueryClient } from '@tanstack/react-query';
import { askAgain } from '../../api/touched';
import { TOUCHED } from './payment';

/** Closes a dialog about money, and loads again what is shown: a colleague may have been faster. */
export function useCancel(close: () => void): () => void {
  const queries = useQueryClient();
  return () => {
    close();
    void askAgain(queries, ...TOUCHED);
  };
}
