import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import { get } from '../../../api/get';
import { CalendarFeeds } from '../../../parts/calendar-feeds/calendar-feeds';
import { formatDay } from '../../../parts/format';

/** Secret addresses at which the person's calendar program reads their bookings. */
export function BookingFeeds() {
  const { t } = useTranslation();
  const feeds = useQuery(get('/api/v1/me/booking-feeds'));
  return (
    <>
      <h3>{t('bookings.feeds')}</h3>
      <p className="quiet">{t('bookings.feedsWhat')}</p>
      <CalendarFeeds
        feeds={feeds}
        nameOf={({ createdAt, machineId }) => (
          <>
            {t('calendar-feeds.made', { day: formatDay(createdAt) })} {machineId && t('bookings.ofMachine')}
          </>
        )}
        kinds={[['own', t('bookings.add')]]}
        create={() => content(api.POST('/api/v1/me/booking-feeds', { body: { machineId: null } }))}
        revoke={(feedId) =>
          content(api.DELETE('/api/v1/me/booking-feeds/{feedId}', { params: { path: { feedId } } }))
        }
        touches={['/api/v1/me/booking-feeds']}
      />
    </>
  );
}
