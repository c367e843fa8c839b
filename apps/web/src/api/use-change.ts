import { useMutation, useQueryClient } from '@tanstack/react-query';
import { askAgain, type Touched } from './touched';

/** A change on the server: the answers that it makes stale are fetched again before the change counts as done. */
export function useChange<Input = void, Output = unknown>(
  change: (input: Input) => Promise<Output>,
  touches: readonly Touched[],
  onDone?: (output: Output) => void,
) {
  const queries = useQueryClient();
  return useMutation<Output, Error, Input>({
    mutationFn: change,
    onSuccess: async (output) => {
      await askAgain(queries, ...touches);
      onDone?.(output);
    },
  });
}
