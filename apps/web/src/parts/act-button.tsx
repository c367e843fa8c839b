import { Button, type ButtonProps, Stack } from '@mantine/core';
import type { QueryKey } from '@tanstack/react-query';
import { useChange } from '../api/use-change';
import { ProblemAlert } from './problem-alert';

interface Props extends ButtonProps {
  readonly label: string;
  readonly act: () => Promise<unknown>;
  readonly touches: readonly QueryKey[];
}

/** A button that does at once what it says; what goes wrong stands under it. */
export function ActButton({ label, act, touches, ...looks }: Props) {
  const change = useChange(act, touches);
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
