import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import { get } from '../../../api/get';
import { useChange } from '../../../api/use-change';
import { Confirm } from '../../../parts/confirm';
import { CopyField } from '../../../parts/copy-field';
import { formatDay } from '../../../parts/format';
import { ProblemAlert } from '../../../parts/problem-alert';

const TOUCHES = ['/api/v1/me/booking-feeds'] as const;

/** Secret addresses at which the person's calendar program reads their bookings. */
export function BookingFeeds() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(get('/api/v1/me/booking-feeds'));
  const add = useChange(
    () => content(api.POST('/api/v1/me/booking-feeds', { body: { machineId: null } })),
    TOUCHES,
  );
  return (
    <>
      <h3>{t('bookings.feeds')}</h3>
      <p className="quiet">{t('bookings.feedsWhat')}</p>
      {error && <ProblemAlert error={error} retry={refetch} />}
      <ul className="rows">
        {data?.items.map(({ id, createdAt, machineId }) => (
          <li key={id}>
            <p>
              {t('bookings.made', { day: formatDay(createdAt) })} {machineId && t('bookings.ofMachine')}
            </p>
            <Confirm
              label={t('bookings.revoke')}
              touches={TOUCHES}
              act={() =>
                content(api.DELETE('/api/v1/me/booking-feeds/{feedId}', { params: { path: { feedId: id } } }))
              }
            >
              <p>{t('bookings.revokeText')}</p>
            </Confirm>
          </li>
        ))}
      </ul>
      {add.data && (
        <div role="status">
          <CopyField label={t('bookings.address')} text={add.data.url} />
          <p className="quiet">{t('bookings.once')}</p>
        </div>
      )}
      <div>
        <Button variant="default" className="touch" loading={add.isPending} onClick={() => add.mutate()}>
          {t('bookings.add')}
        </Button>
      </div>
      {add.isError && <ProblemAlert error={add.error} />}
    </>
  );
}
