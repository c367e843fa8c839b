import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog';
import { ProblemAlert } from './problem-alert';

interface Props {
  readonly title: string;
  /** What will be, in words. */
  readonly children?: ReactNode;
  /** What is done, in the words of the button. */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** How to leave things as they are. */
  readonly keep?: string;
  /** False for what costs nothing when it is wrong. */
  readonly isGrave?: boolean;
  readonly isBusy?: boolean;
  readonly error?: unknown;
}

/** White is read on it in the dark too: on the theme’s own red it is not. */
export const DANGER = 'red.9';

/** Asks once more before what cannot easily be undone; the careful answer has the focus. */
export function OnceMore({
  title,
  children,
  confirm,
  onConfirm,
  onClose,
  keep,
  isGrave = true,
  isBusy,
  error,
}: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={title} onClose={onClose} size="sm">
      <Stack>
        <div>{children}</div>
        {error != null && <ProblemAlert error={error} />}
        <Group justify="flex-end">
          <Button variant="default" className="touch" onClick={onClose} data-autofocus>
            {keep ?? t('common.back')}
          </Button>
          <Button className="touch" color={isGrave ? DANGER : undefined} loading={isBusy} onClick={onConfirm}>
            {confirm}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
