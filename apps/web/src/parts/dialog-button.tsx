import { Button, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { ReactNode } from 'react';
import { Dialog } from './dialog';

interface Props extends Omit<ButtonProps, 'children'> {
  readonly label: string;
  /** What the dialog is called, where the button's word alone does not say it. */
  readonly title?: string;
  readonly dialogSize?: 'md' | 'lg';
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a dialog; what stands in it begins anew each time. */
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
