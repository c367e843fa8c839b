import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import { Dialog } from './dialog';
import { ProblemAlert } from './problem-alert';

interface Props {
  readonly title: string;
  /** What will happen. */
  readonly children?: ReactNode;
  /** The text of the confirming button. */
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
  /** The text of the button that changes nothing. */
  readonly keep?: string;
  /** False for an action that does no harm by mistake. */
  readonly isGrave?: boolean;
  readonly isBusy?: boolean;
  readonly error?: unknown;
}

/** White text is readable on it in the dark scheme too, unlike on the theme’s red. */
export const DANGER = 'red.9';

/** Asks for confirmation before an action that is hard to undo; the safe answer has the focus. */
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
      <div className="page">
        <div>{children}</div>
        {error != null && <ProblemAlert error={error} />}
        <div className="row row-end">
          <Button onClick={onClose} data-autofocus>
            {keep ?? t('common.back')}
          </Button>
          <Button look={isGrave ? 'grave' : 'main'} isBusy={isBusy} onClick={onConfirm}>
            {confirm}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
