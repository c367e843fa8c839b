import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, content, type Schemas } from '../../api/client';
import { get } from '../../api/get';
import { formatDay } from '../format';
import { CalendarFeeds } from './calendar-feeds';

type Kind = Schemas['SessionFeedKind'];

interface Props {
  /** Those that the person can create. */
  readonly kinds: readonly Kind[];
  /** Those that are listed. */
  readonly listed: readonly Kind[];
}

/** Secret addresses at which the person's calendar program reads the sessions that they attend or lead. */
export function SessionFeeds({ kinds, listed }: Props) {
  const { t } = useTranslation();
  const feeds = useQuery({
    ...get('/api/v1/me/session-feeds'),
    select: ({ items }) => ({ items: items.filter(({ kind }) => listed.includes(kind)) }),
  });
  return (
    <CalendarFeeds
      feeds={feeds}
      nameOf={({ kind, createdAt }) => t(`calendar-feeds.sessions.${kind}`, { day: formatDay(createdAt) })}
      kinds={kinds.map((kind) => [kind, t(`calendar-feeds.sessions.add.${kind}`)] as const)}
      create={(kind: Kind) => content(api.POST('/api/v1/me/session-feeds', { body: { kind } }))}
      revoke={(feedId) =>
        content(api.DELETE('/api/v1/me/session-feeds/{feedId}', { params: { path: { feedId } } }))
      }
      touches={['/api/v1/me/session-feeds']}
    />
  );
}
