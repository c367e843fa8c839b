import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { get } from '../../api/get';
import { useChange } from '../../api/use-change';
import { holds } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { Confirm } from '../../parts/confirm';
import { CopyField } from '../../parts/copy-field';
import { formatDay } from '../../parts/format';
import { ProblemAlert } from '../../parts/problem-alert';

const TOUCHES = ['/api/v1/me/session-feeds'] as const;

/** Secret addresses at which the person's calendar program reads the sessions that they attend or lead. */
export function SessionFeeds() {
  const { t } = useTranslation();
  const me = useMe();
  const { data, error, refetch } = useQuery(get('/api/v1/me/session-feeds'));
  const add = useChange(
    (kind: 'own' | 'trainer') => content(api.POST('/api/v1/me/session-feeds', { body: { kind } })),
    TOUCHES,
  );
  const leads = holds(me, 'trainer', 'manager', 'administrator');
  return (
    <section className="session-part" aria-labelledby="feeds">
      <h2 id="feeds">{t('sessions.feeds')}</h2>
      <p className="quiet">{t('sessions.feedsWhat')}</p>
      {error && <ProblemAlert error={error} retry={() => void refetch()} />}
      <ul className="rows">
        {data?.items.map(({ id, kind, createdAt }) => (
          <li key={id} className="session-hands">
            <span>{t(`sessions.feedOf.${kind}`, { day: formatDay(createdAt) })}</span>
            <Confirm
              label={t('sessions.revoke')}
              touches={TOUCHES}
              act={() =>
                content(api.DELETE('/api/v1/me/session-feeds/{feedId}', { params: { path: { feedId: id } } }))
              }
            >
              <p>{t('sessions.revokeText')}</p>
            </Confirm>
          </li>
        ))}
      </ul>
      {add.data && (
        <div role="status">
          <CopyField label={t('sessions.address')} text={add.data.url} />
          <p className="quiet">{t('sessions.once')}</p>
        </div>
      )}
      <div className="session-hands">
        {(leads ? (['own', 'trainer'] as const) : (['own'] as const)).map((kind) => (
          <Button
            key={kind}
            variant="default"
            className="touch"
            loading={add.isPending}
            onClick={() => add.mutate(kind)}
          >
            {t(`sessions.addFeed.${kind}`)}
          </Button>
        ))}
      </div>
      {add.isError && <ProblemAlert error={add.error} />}
    </section>
  );
}
