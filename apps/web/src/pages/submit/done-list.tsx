import { Anchor, Button, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Thumbnail } from '../../parts/file/thumbnail';
import { Notice } from '../../parts/notice';
import type { Done } from './use-submit';

/** The files submitted from this page, with links to their jobs. */
export function DoneList({ done }: { done: readonly Done[] }) {
  const { t } = useTranslation();
  if (done.length === 0) return null;
  const notices = done.flatMap(({ answer }) => answer.notices);
  const told = notices.filter(({ code }, at) => notices.findIndex((each) => each.code === code) === at);
  return (
    <>
      <ul className="uploads">
        {done.map(({ fileName, answer: { batchId, jobs } }) => (
          <Paper key={batchId} withBorder p="md" component="li">
            <Group justify="space-between" wrap="nowrap" align="flex-start">
              <Thumbnail pictures={jobs[0]?.thumbnails ?? []} width={64} alt="" />
              <div className="upload-name">
                <Text fw={600}>{fileName}</Text>
                <Text size="sm">{t('submit.sent', { count: jobs.length })}</Text>
              </div>
              <Button
                component={Link}
                to={`/jobs/${jobs[0]?.id}`}
                aria-label={t('submit.seeOf', { name: fileName })}
              >
                {t('submit.see')}
              </Button>
            </Group>
          </Paper>
        ))}
      </ul>
      {told.map(({ code, what, cure }) => (
        <Notice key={code} title={what}>
          <Text size="sm">{cure}</Text>
        </Notice>
      ))}
      <Anchor component={Link} to="/jobs">
        {t('submit.seeAll')}
      </Anchor>
    </>
  );
}
