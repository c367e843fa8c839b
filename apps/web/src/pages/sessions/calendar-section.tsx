import { useTranslation } from 'react-i18next';
import { sessionFeedKindValues } from '../../api/schema';
import { holds } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { SessionFeeds } from '../../parts/calendar-feeds/session-feeds';

/** How the person's calendar program reads their sessions, and those that they lead. */
export function CalendarSection() {
  const { t } = useTranslation();
  const leads = holds(useMe(), 'trainer', 'manager', 'administrator');
  return (
    <section className="session-part" aria-labelledby="feeds">
      <h2 id="feeds">{t('sessions.feeds')}</h2>
      <p className="quiet">{t('sessions.feedsWhat')}</p>
      <SessionFeeds kinds={leads ? sessionFeedKindValues : ['own']} listed={sessionFeedKindValues} />
    </section>
  );
}
