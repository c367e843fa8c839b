import { useTranslation } from 'react-i18next';
import { Button } from '../button';
import { Notice } from '../notice';
import { ProblemAlert } from '../problem-alert';
import type { EditedSheet } from './use-sheet';

interface Props {
  readonly sheet: EditedSheet;
  readonly error: unknown;
  /** The error is about cells, which are marked. */
  readonly isAtCells: boolean;
  readonly forget: () => void;
}

/** What a person must know before going on: rows of an earlier visit, another person's lines, a failed save. */
export function EditorNotes({ sheet, error, isAtCells, forget }: Props) {
  const { t } = useTranslation();
  const decide = (act: () => void) => () => {
    act();
    forget();
  };
  if (sheet.isBehind)
    return (
      <Notice title={t('lineEditor.behind')} role="alert">
        <p>{t('lineEditor.behindWhat')}</p>
        <div className="row">
          <Button look="main" onClick={decide(sheet.merge)}>
            {t('lineEditor.merge')}
          </Button>
          <Button onClick={decide(sheet.discard)}>{t('lineEditor.takeTheirs')}</Button>
        </div>
      </Notice>
    );
  if (error && isAtCells)
    return (
      <Notice tone="bad" role="alert" title={t('lineEditor.fieldsWrong')}>
        <p>{t('lineEditor.fieldsWrongCure')}</p>
      </Notice>
    );
  if (error) return <ProblemAlert error={error} />;
  if (!sheet.isResumed) return null;
  return (
    <p className="draft-note" role="status">
      {t('lineEditor.resumed')}
    </p>
  );
}
