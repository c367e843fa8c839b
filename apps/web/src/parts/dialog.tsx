import { CloseButton } from '@mantine/core';
import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  /** `sm`: a question, which stays one on a phone. */
  readonly size?: 'sm' | 'md' | 'lg';
  readonly children: ReactNode;
}

/**
 * A dialog with a name and a way out, as long as it is rendered; on a phone a form takes the whole screen. The browser's own:
 * it keeps the focus, gives it back, and weighs nothing.
 */
export function Dialog({ title, onClose, size = 'md', children }: Props) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Closed before it leaves the page: then the focus goes back to what opened it.
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    const find = (what: string) => shown?.querySelector<HTMLElement>(what);
    (find('[data-autofocus]') ?? find('input, select, textarea'))?.focus();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      data-size={size}
      aria-labelledby={id}
      // A file field inside says it as well, when nothing was chosen.
      onCancel={({ target, currentTarget }) => target === currentTarget && onClose()}
    >
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <CloseButton size="lg" aria-label={t('common.close')} onClick={onClose} />
      </div>
      {children}
    </dialog>
  );
}
