import { Button, type ButtonProps } from '@mantine/core';
import type { Touched } from '../../api/touched';
import { useChange } from '../../api/use-change';
import { ProblemAlert } from '../../parts/problem-alert';
import { useToast } from '../../parts/toasts/use-toast';

interface Props extends ButtonProps {
  readonly label: string;
  readonly act: () => Promise<unknown>;
  /** Takes the change back. */
  readonly undo: () => Promise<unknown>;
  /** The short message afterwards: what was done. */
  readonly done: string;
  readonly touches: readonly Touched[];
}

/** A button that acts immediately; the message afterwards has a button that takes it back. */
export function UndoableButton({ label, act, undo, done, touches, ...looks }: Props) {
  const toast = useToast();
  const change = useChange(act, touches, () => toast(done, { act: undo, touches }));
  return (
    <>
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
    </>
  );
}
