import { Button, type ButtonProps, Stack } from '@mantine/core';
import type { Touched } from '../api/touched';
import { useChange } from '../api/use-change';
import { ProblemAlert } from './problem-alert';

interface Props extends ButtonProps {
  readonly label: string;
  readonly act: () => Promise<unknown>;
  readonly touches: readonly Touched[];
  readonly onDone?: () => void;
}

/** A button that acts immediately, without a question; an error is shown under it. */
export function ActButton({ label, act, touches, onDone, ...looks }: Props) {
  const change = useChange(act, touches, onDone);
  return (
    <Stack gap="xs" align="flex-start">
      <Button
        variant="default"
        className="touch"
        {...looks}
        loading={change.isPending}
        onClick={() => change.mutate()}
      >
        {label}
      </Button>
      {change.isError && <ProblemAlert error={change.error} />}
    </Stack>
  );
}
