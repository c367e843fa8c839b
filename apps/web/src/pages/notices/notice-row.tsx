import { Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api, type Schemas } from '../../api/client';
import { useChange } from '../../api/use-change';
import { ActButton } from '../../parts/act-button';
import { formatMoment } from '../../parts/format';
import { StateBadge } from '../../parts/state-badge';

/** One notice: its first line leads to what it is about, and following it counts as reading. */
export function NoticeRow({ notice }: { notice: Schemas['Notice'] }) {
  const { t } = useTranslation();
  const { id, title, more, path, changedAt, readAt } = notice;
  const markRead = () => api.POST('/api/v1/notices/{id}/read', { params: { path: { id } } });
  const reading = useChange(markRead, ['/api/v1/notices']);
  const isUnread = readAt === null;
  return (
    <Paper component="li" withBorder p="md" className="notice-row" data-unread={isUnread || undefined}>
      <Group justify="space-between" align="flex-start">
        <div className="row-main">
          <Group gap="xs">
            <Link to={path} onClick={() => isUnread && reading.mutate()}>
              {title}
            </Link>
            {isUnread && <StateBadge tone="neutral">{t('notices.isNew')}</StateBadge>}
          </Group>
          {more && (
            <Text size="sm" maw="65ch" className="typed">
              {more}
            </Text>
          )}
          <Text size="sm" className="quiet">
            <time dateTime={changedAt}>{formatMoment(changedAt)}</time>
          </Text>
        </div>
        {isUnread && (
          <ActButton
            label={t('notices.read')}
            aria-label={`${t('notices.read')} – ${title}`}
            act={markRead}
            touches={['/api/v1/notices']}
          />
        )}
      </Group>
    </Paper>
  );
}
