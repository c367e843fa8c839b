import { Button, Group } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Touched } from '../../api/touched';
import { useChange } from '../../api/use-change';
import { addWords } from '../../i18n/add-words';
import { Confirm } from '../confirm';
import { CopyField } from '../copy-field';
import { Loading } from '../loading';
import { ProblemAlert } from '../problem-alert';
import { en, fr } from './words';

addWords('calendar-feeds', { fr, en });

interface Props<Feed extends { readonly id: string }, Kind extends string> {
  readonly feeds: UseQueryResult<{ readonly items: readonly Feed[] }>;
  readonly nameOf: (feed: Feed) => ReactNode;
  /** What a new address can show, each with the text of its button. */
  readonly kinds: readonly (readonly [kind: Kind, label: string])[];
  readonly create: (kind: Kind) => Promise<{ readonly url: string }>;
  readonly revoke: (id: string) => Promise<unknown>;
  readonly touches: readonly Touched[];
}

/** Secret addresses for calendar programs: those that work, a new one, which is shown once, and how to revoke them. */
export function CalendarFeeds<Feed extends { readonly id: string }, Kind extends string>(
  props: Props<Feed, Kind>,
) {
  const { feeds, nameOf, kinds, create, revoke, touches } = props;
  const { t } = useTranslation();
  const creation = useChange(create, touches);
  return (
    <>
      {feeds.isPending && <Loading />}
      {feeds.isError && <ProblemAlert error={feeds.error} retry={() => void feeds.refetch()} />}
      <ul className="rows">
        {feeds.data?.items.map((feed) => (
          <li key={feed.id}>
            <Group gap="xs">
              <span>{nameOf(feed)}</span>
              <Confirm label={t('calendar-feeds.revoke')} touches={touches} act={() => revoke(feed.id)}>
                <p>{t('calendar-feeds.revokeText')}</p>
              </Confirm>
            </Group>
          </li>
        ))}
      </ul>
      {creation.data && (
        <div role="status">
          <CopyField label={t('calendar-feeds.address')} text={creation.data.url} />
          <p className="quiet">{t('calendar-feeds.once')}</p>
        </div>
      )}
      <div className="row">
        {kinds.map(([kind, label]) => (
          <Button
            key={kind}
            variant="default"
            className="touch"
            loading={creation.isPending}
            onClick={() => creation.mutate(kind)}
          >
            {label}
          </Button>
        ))}
      </div>
      {creation.isError && <ProblemAlert error={creation.error} />}
    </>
  );
}
