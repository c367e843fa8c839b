import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../design/icon';

interface Props {
  readonly title: string;
  readonly onClose: () => void;
  /** `sm`: a question, which stays small on a phone. */
  readonly size?: 'sm' | 'md' | 'lg';
  readonly children: ReactNode;
}

/**
 * A dialog with a title and a close button, open as long as it is rendered; on a phone a form fills the screen. The
 * browser's own element keeps the focus inside, gives it back, and adds no code.
 */
export function Dialog({ title, onClose, size = 'md', children }: Props) {
  const { t } = useTranslation();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  // Closed before it is removed: then the focus goes back to the element that opened it.
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
      // A file field inside also fires `cancel`, when no file was chosen.
      onCancel={({ target, currentTarget }) => target === currentTarget && onClose()}
    >
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="icon-button" aria-label={t('common.close')} onClick={onClose}>
          <Icon name="x" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
