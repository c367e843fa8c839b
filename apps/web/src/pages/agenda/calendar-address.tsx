import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { get } from '../../api/get';
import { useChange } from '../../api/use-change';
import { ActButton } from '../../parts/act-button';
import { CopyField } from '../../parts/copy-field';
import { DialogButton } from '../../parts/dialog-button';
import { formatMoment } from '../../parts/format';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';

const TOUCHES = ['/api/v1/me/session-feeds'] as const;

/** The secret address at which a trainer's calendar program reads the sessions that they lead. */
export function CalendarAddress() {
  const { t } = useTranslation();
  return (
    <DialogButton label={t('agenda.feed.label')} title={t('agenda.feed.title')}>
      {() => <Addresses />}
    </DialogButton>
  );
}

function Addresses() {
  const { t } = useTranslation();
  const feeds = useQuery(get('/api/v1/me/session-feeds'));
  const creation = useChange(
    () => content(api.POST('/api/v1/me/session-feeds', { body: { kind: 'trainer' } })),
    TOUCHES,
  );
  const own = feeds.data?.items.filter(({ kind }) => kind === 'trainer') ?? [];
  return (
    <div className="agenda-dialog">
      <p>{t('agenda.feed.what')}</p>
      {creation.data && (
        <>
          <CopyField label={t('agenda.feed.address')} text={creation.data.url} />
          <p className="quiet">{t('agenda.feed.once')}</p>
        </>
      )}
      {creation.isError && <ProblemAlert error={creation.error} />}
      <div>
        <Button className="touch" loading={creation.isPending} onClick={() => creation.mutate()}>
          {t('agenda.feed.create')}
        </Button>
      </div>
      {feeds.isPending && <Loading />}
      {feeds.isError && <ProblemAlert error={feeds.error} retry={() => void feeds.refetch()} />}
      {own.length > 0 && (
        <section aria-labelledby="agenda-feeds">
          <h3 id="agenda-feeds">{t('agenda.feed.existing')}</h3>
          <ul className="agenda-lines">
            {own.map(({ id, createdAt }) => (
              <li key={id}>
                <span>{t('agenda.feed.since', { at: formatMoment(createdAt) })}</span>
                <ActButton
                  label={t('agenda.feed.revoke')}
                  act={() =>
                    api.DELETE('/api/v1/me/session-feeds/{feedId}', { params: { path: { feedId: id } } })
                  }
                  touches={TOUCHES}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}
