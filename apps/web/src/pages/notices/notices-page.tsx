import './notices.css';
import { Button, Group, SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { api } from '../../api/client';
import { addWords } from '../../i18n/add-words';
import { ActButton } from '../../parts/act-button';
import { Empty } from '../../parts/empty';
import { Loading } from '../../parts/loading';
import { Page } from '../../parts/page';
import { usePageParams, withParam } from '../../parts/page-params';
import { ProblemAlert } from '../../parts/problem-alert';
import { NoticeRow } from './notice-row';
import { useNotices } from './use-notices';
import { en, fr } from './words';

addWords('notices', { fr, en });

/** What has happened that is for this person, the latest first. */
export default function NoticesPage() {
  const { t } = useTranslation();
  const [params, change] = usePageParams();
  const isUnreadOnly = params.get('show') === 'unread';
  const { answer, notices, unread } = useNotices(isUnreadOnly);
  return (
    <Page title={t('notices.title')}>
      <Group justify="space-between">
        <SegmentedControl
          aria-label={t('notices.which')}
          value={isUnreadOnly ? 'unread' : ''}
          onChange={(show) => change((before) => withParam(before, 'show', show))}
          data={[
            { value: '', label: t('notices.all') },
            { value: 'unread', label: t('notices.unread') },
          ]}
        />
        <Group>
          {unread > 0 && (
            <ActButton
              label={t('notices.readAll')}
              act={() => api.POST('/api/v1/notices/read')}
              touches={['/api/v1/notices']}
            />
          )}
          <Link to="/account#notices">{t('notices.choose')}</Link>
        </Group>
      </Group>
      {answer.isPending && <Loading />}
      {answer.isError && <ProblemAlert error={answer.error} retry={() => void answer.refetch()} />}
      {answer.data && notices.length === 0 && (
        <Empty title={t(isUnreadOnly ? 'notices.noneUnread' : 'notices.none')}>
          {!isUnreadOnly && <p>{t('notices.noneHelp')}</p>}
        </Empty>
      )}
      <ul className="rows">
        {notices.map((notice) => (
          <NoticeRow key={notice.id} notice={notice} />
        ))}
      </ul>
      {answer.hasNextPage && (
        <Group>
          <Button
            variant="default"
            className="touch"
            loading={answer.isFetchingNextPage}
            onClick={() => void answer.fetchNextPage()}
          >
            {t('notices.more')}
          </Button>
        </Group>
      )}
    </Page>
  );
}
