import { Button, Group } from '@mantine/core';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly title: string;
  readonly children?: ReactNode;
  /** What is done, in the words of the button. */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks once more before what cannot be taken back. The browser's own dialog: it keeps the focus, and weighs nothing. */
export function ConfirmDialog({ title, children, confirm, onConfirm, onClose }: Props) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Closed before it leaves the page: then the focus goes back to what opened it.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog ref={dialog} className="confirm-dialog" aria-labelledby={id} onCancel={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
      <Group justify="flex-end" mt="md">
        <Button size="md" variant="default" onClick={onClose} autoFocus>
          {t('common.back')}
        </Button>
        <Button
          size="md"
          color="red.9"
          onClick={() => {
            onConfirm();
            onClose();
          }}
        >
          {confirm}
        </Button>
      </Group>
    </dialog>
  );
}
