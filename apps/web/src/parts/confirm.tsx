import { Button, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { QueryKey } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../api/use-change';
import { OnceMore } from './once-more';

interface Props extends ButtonProps {
  readonly label: string;
  /** What will be, in words: the dialog's content. */
  readonly children: ReactNode;
  readonly act: () => Promise<unknown>;
  readonly touches: readonly QueryKey[];
  readonly onDone?: () => void;
}

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
      <Button variant="default" className="touch" {...looks} onClick={reopen} aria-haspopup="dialog">
        {label}
      </Button>
      {opened && (
        <OnceMore
          title={label}
          confirm={label}
          keep={t('common.cancel')}
          isGrave={looks.color === 'red'}
          isBusy={change.isPending}
          error={change.error}
          onConfirm={() => change.mutate()}
          onClose={close}
        >
          {children}
        </OnceMore>
      )}
    </>
  );
}
