import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { asProblem } from '../../api/problem';
import { askAgain, type Touched } from '../../api/touched';
import { addWords } from '../../i18n/add-words';
import { en, fr } from './words';

addWords('toasts', { fr, en });

/** Long enough to read it, and to reach the button with a keyboard. */
const WITH_UNDO_MS = 12_000;
const WITHOUT_MS = 5_000;

/** How the change that a message tells of is taken back. */
export interface Undo {
  readonly act: () => Promise<unknown>;
  /** The answers that taking it back makes stale. */
  readonly touches: readonly Touched[];
}

/** Shows a short message in the corner: what was done, and a button that takes it back where that is possible. */
export function useToast(): (message: string, undo?: Undo) => void {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const looks = { role: 'status', closeButtonProps: { 'aria-label': t('common.close') } };
  return function show(message: string, undo?: Undo): void {
    if (!undo) {
      notifications.show({ ...looks, message, autoClose: WITHOUT_MS });
      return;
    }
    const takeBack = async () => {
      notifications.hide(id);
      try {
        await undo.act();
        await askAgain(queries, ...undo.touches);
        show(t('toasts.undone'));
      } catch (error) {
        const { what, cure } = asProblem(error);
        notifications.show({
          ...looks,
          title: what,
          message: cure,
          color: 'red',
          autoClose: false,
          role: 'alert',
        });
      }
    };
    const id = notifications.show({
      ...looks,
      autoClose: WITH_UNDO_MS,
      message: (
        <span className="toast">
          {message}
          <button type="button" className="link-button" onClick={() => void takeBack()}>
            {t('toasts.undo')}
          </button>
        </span>
      ),
    });
  };
}
