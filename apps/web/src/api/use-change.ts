import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query';

/** A change on the server: what is shown of it is asked for again before the change counts as made. */
export function useChange<Input = void, Output = unknown>(
  change: (input: Input) => Promise<Output>,
  touches: readonly QueryKey[],
  onDone?: (output: Output) => void,
) {
  const queries = useQueryClient();
  return useMutation<Output, Error, Input>({
    mutationFn: change,
    onSuccess: async (output) => {
      await Promise.all(touches.map((queryKey) => queries.invalidateQueries({ queryKey })));
      onDone?.(output);
    },
  });
}
