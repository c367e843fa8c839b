import { useTranslation } from 'react-i18next';
import { SessionFeeds } from '../../parts/calendar-feeds/session-feeds';
import { DialogButton } from '../../parts/dialog-button';

const LED = ['trainer'] as const;

/** The secret address at which a trainer's calendar program reads the sessions that they lead. */
export function CalendarAddress() {
  const { t } = useTranslation();
  return (
    <DialogButton label={t('agenda.feed.label')} title={t('agenda.feed.title')}>
      {() => (
        <div className="agenda-dialog">
          <p>{t('agenda.feed.what')}</p>
          <SessionFeeds kinds={LED} listed={LED} />
        </div>
      )}
    </DialogButton>
  );
}
