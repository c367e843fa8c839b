import { Button, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Touched } from '../api/touched';
import { useChange } from '../api/use-change';
import { OnceMore } from './once-more';

interface Props extends ButtonProps {
  readonly label: string;
  /** The content of the dialog: what will happen. */
  readonly children: ReactNode;
  readonly act: () => Promise<unknown>;
  readonly touches: readonly Touched[];
  readonly onDone?: () => void;
}

/** A button for an action that is hard to undo: a dialog says what will happen and asks for confirmation. */
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
