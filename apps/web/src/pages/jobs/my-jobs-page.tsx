import './jobs.css';
import { Anchor, Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useMe } from '../../frame/use-me';
import { addWords } from '../../i18n/add-words';
import { Empty } from '../../parts/empty';
import * as file from '../../parts/file/words';
import { Page } from '../../parts/page';
import { JobTable } from './job-table';
import { useFilter } from './state-filter';
import { useJobPage } from './use-job-page';
import { en, fr } from './words';

addWords('jobs', { fr, en });
addWords('file', file);

export default function MyJobsPage() {
  const { t } = useTranslation();
  const me = useMe();
  const [chosen, choose] = useFilter('all');
  const filter = chosen === 'now' ? 'all' : chosen;
  const found = useJobPage({
    memberId: me.member.id,
    copies: 'together',
    ...(filter !== 'all' && { state: filter }),
  });
  const submit = (
    <Button component={Link} to="/submit" size="md">
      {t('jobs.submit')}
    </Button>
  );
  const empty =
    filter === 'all' ? (
      <Empty title={t('jobs.empty')}>
        <Text ta="center">{t('jobs.emptyCure')}</Text>
        {submit}
      </Empty>
    ) : (
      <Empty title={t('jobs.emptyFilter')}>
        <Anchor component="button" type="button" onClick={() => choose('all')}>
          {t('jobs.all')}
        </Anchor>
      </Empty>
    );
  return (
    <Page title={t('jobs.mine')} actions={(found.data?.total ?? 0) > 0 && submit}>
      <JobTable found={found} whose="mine" first={['all']} empty={empty} />
    </Page>
  );
}
