import { Button, type ButtonProps } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type ReactNode, useState } from 'react';
import { Dialog } from './dialog';
import { Loading } from './loading';

interface Props extends Omit<ButtonProps, 'children'> {
  readonly label: string;
  /** The title of the dialog, when it differs from the button's text. */
  readonly title?: string;
  readonly dialogSize?: 'md' | 'lg';
  /** What the content starts from is just asked for again: a dialog that is opened now waits for the answer. */
  readonly isStale?: boolean;
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a dialog; the content of the dialog is reset each time. */
export function DialogButton({
  label,
  title = label,
  dialogSize,
  isStale = false,
  children,
  ...looks
}: Props) {
  const [opened, { open, close }] = useDisclosure();
  return (
    <>
      <Button variant="default" className="touch" {...looks} onClick={open} aria-haspopup="dialog">
        {label}
      </Button>
      {opened && (
        <Dialog title={title} onClose={close} size={dialogSize}>
          <OnceFresh isStale={isStale}>{children(close)}</OnceFresh>
        </Dialog>
      )}
    </>
  );
}

/** A form keeps what it started from: it is shown as soon as that is fresh, and stays, whatever is asked for later. */
function OnceFresh({ isStale, children }: { readonly isStale: boolean; readonly children: ReactNode }) {
  const [isShown, setShown] = useState(!isStale);
  if (!isShown && !isStale) setShown(true);
  return isShown ? children : <Loading />;
}
