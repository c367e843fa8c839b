import { Anchor, Button, Group, Paper, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Notice } from '../../parts/notice';
import type { Done } from './use-submit';

/** What was submitted from here, and where it goes on. */
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
