import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import { get } from '../../../api/get';
import type { Machine } from '../../../api/queries';
import { Confirm } from '../../../parts/confirm';
import { formatMoment } from '../../../parts/format';
import { ProblemAlert } from '../../../parts/problem-alert';
import { bookingTouches } from '../queries';
import { Section } from '../section';
import { BookForm } from './book-form';

interface Props {
  readonly machine: Machine;
  readonly isStaff: boolean;
}

/** Where the lab offers it: the free hours of a day, and who has the machine when. */
export function Bookings({ machine, isStaff }: Props) {
  const { t } = useTranslation();
  const { id, labId } = machine;
  const rules = useQuery(get('/api/v1/labs/{id}/booking-rules', { path: { id: labId } }));
  if (!rules.data?.offered || machine.retiredAt) return null;
  return (
    <Section title={t('times.booking.title')}>
      <p className="quiet">{t('times.booking.what')}</p>
      <div className="machine-columns">
        <BookForm machineId={id} />
        <List machineId={id} isStaff={isStaff} />
      </div>
    </Section>
  );
}

function List({ machineId, isStaff }: { machineId: string; isStaff: boolean }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(
    get('/api/v1/machines/{id}/bookings', { path: { id: machineId } }),
  );
  return (
    <div className="machine-section">
      <h3 className="machine-part">{t('times.booking.list')}</h3>
      {error && <ProblemAlert error={error} retry={refetch} />}
      {data?.items.length === 0 && <p>{t('times.booking.noList')}</p>}
      <ul className="rows scrolls">
        {data?.items.map(({ id, from, until, mine, forSession }) => (
          <li key={id}>
            <p>
              {t('times.maintenance.span', { from: formatMoment(from), until: formatMoment(until) })} ·{' '}
              {t(forSession ? 'times.booking.session' : mine ? 'times.booking.mine' : 'times.booking.other')}
            </p>
            {(mine || isStaff) && !forSession && (
              <Confirm
                label={t('times.booking.cancel')}
                touches={bookingTouches(machineId)}
                act={() => content(api.DELETE('/api/v1/bookings/{id}', { params: { path: { id } } }))}
              >
                <p>{t('times.booking.cancelText')}</p>
              </Confirm>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
