import { Button, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Dialog } from './dialog';

interface Props extends Omit<ButtonProps, 'children'> {
  readonly label: string;
  /** The title of the dialog, when it differs from the button's text. */
  readonly title?: string;
  readonly dialogSize?: 'md' | 'lg';
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a dialog; the content of the dialog is reset each time. */
export function DialogButton({ label, title = label, dialogSize, children, ...looks }: Props) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" className="touch" {...looks} onClick={open} aria-haspopup="dialog">
        {label}
      </Button>
      {opened && (
        <Dialog title={title} onClose={close} size={dialogSize}>
          {children(close)}
        </Dialog>
      )}
    </>
  );
}
