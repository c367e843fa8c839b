import { Button, type ButtonProps, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { QueryKey } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../api/use-change';
import { Dialog } from './dialog';
import { ProblemAlert } from './problem-alert';

interface Props extends ButtonProps {
  readonly label: string;
  /** What will be, in words: the dialog's content. */
  readonly children: ReactNode;
  readonly act: () => Promise<unknown>;
  readonly touches: readonly QueryKey[];
  readonly onDone?: () => void;
}

/** White is read on it in the dark too: on the theme’s own red it is not. */
export const DANGER = 'red.9';

/** A button for what cannot easily be undone: says first what will be, and is pressed once more. */
export function Confirm({ label, children, act, touches, onDone, ...looks }: Props) {
  const { t } = useTranslation();
  const [opened, { open, close }] = useDisclosure();
  const change = useChange(act, touches, () => {
    close();
    onDone?.();
  });
  const reopen = () => {
    change.reset();
    open();
  };
  return (
    <>
      <Button variant="default" className="touch" {...looks} onClick={reopen}>
        {label}
      </Button>
      <Dialog title={label} opened={opened} onClose={close}>
        <Stack>
          <div>{children}</div>
          {change.isError && <ProblemAlert error={change.error} />}
          <Group justify="flex-end">
            <Button variant="default" className="touch" onClick={close} data-autofocus>
              {t('common.cancel')}
            </Button>
            <Button
              className="touch"
              color={looks.color === 'red' ? DANGER : looks.color}
              loading={change.isPending}
              onClick={() => change.mutate()}
            >
              {label}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    </>
  );
}
