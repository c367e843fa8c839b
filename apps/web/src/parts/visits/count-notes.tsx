import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CountNote, Named } from './use-counting';

interface Props {
  readonly note: CountNote | undefined;
  readonly named: Named | undefined;
  readonly onUndo: () => void;
  readonly onUnname: () => void;
  readonly waiting: number;
}

/** What was counted last, who is named for the next visit, and what waits for the network. */
export function CountNotes({ note, named, onUndo, onUnname, waiting }: Props) {
  const { t } = useTranslation();
  return (
    <>
      {named && (
        <div className="counter-note" data-tone="good">
          <p className="typed">{t('visits.member', { name: named.label })}</p>
          <Button variant="default" className="touch" onClick={onUnname}>
            {t('visits.withoutMember')}
          </Button>
        </div>
      )}
      <div className="counter-note" data-tone={note?.tone}>
        <p role="status" className="typed">
          {note?.text}
        </p>
        {note?.undo && (
          <Button variant="default" className="touch" onClick={onUndo}>
            {t('visits.undo')}
          </Button>
        )}
      </div>
      {waiting > 0 && (
        <p className="counter-waiting" role="status">
          △ {t('visits.waiting', { count: waiting })}
        </p>
      )}
    </>
  );
}
