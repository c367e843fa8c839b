import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, content } from '../../../api/client';
import { get } from '../../../api/get';
import { addWords } from '../../../i18n/add-words';
import { Confirm } from '../../../parts/confirm';
import { formatMoment } from '../../../parts/format';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { Section } from '../section';
import { BookingFeeds } from './booking-feeds';
import { en, fr } from './words';

addWords('bookings', { fr, en });

/** The machines that the person has booked, and the addresses for their calendar. */
export function OwnBookings() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(get('/api/v1/me/bookings'));
  return (
    <Section id="bookings" title={t('bookings.title')}>
      {error && <ProblemAlert error={error} retry={refetch} />}
      {!data && !error && <Loading />}
      {data?.items.length === 0 && (
        <p>
          {t('bookings.none')} {t('bookings.noneCure')}
        </p>
      )}
      <ul className="rows">
        {data?.items.map(({ id, machineId, machineName, labName, from, until, maintenance }) => (
          <li key={id}>
            <p>
              <Link to={`/machines/${machineId}`}>{labName}</Link>{' '}
              {t('bookings.span', {
                ...{ machine: machineName, from: formatMoment(from), until: formatMoment(until) },
              })}
            </p>
            {maintenance && <p role="status">{t('bookings.maintenance')}</p>}
            <Confirm
              label={t('bookings.cancel')}
              touches={['/api/v1/me/bookings', ['/api/v1/machines/{id}', { id: machineId }]]}
              act={() => content(api.DELETE('/api/v1/bookings/{id}', { params: { path: { id } } }))}
            >
              <p>{t('bookings.cancelText')}</p>
            </Confirm>
          </li>
        ))}
      </ul>
      <BookingFeeds />
    </Section>
  );
}
