import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../api/client';
import { useChange } from '../../api/use-change';
import { CopyField } from '../../parts/copy-field';
import { formatMoment } from '../../parts/format';
import { ProblemAlert } from '../../parts/problem-alert';

/** A code to read to whoever stands before the lab's computer. Nobody can see it again: closing the dialog forgets it. */
export function EnrolmentCode({ labId }: { labId: string }) {
  const { t } = useTranslation();
  const params = { path: { id: labId } };
  const issue = useChange(() => content(api.POST('/api/v1/labs/{id}/enrolment-codes', { params })), []);
  const code = issue.data?.code;
  return (
    <Stack>
      <Text>{t('agents.code.once')}</Text>
      <Text>{t('agents.code.replaces')}</Text>
      {issue.isError && <ProblemAlert error={issue.error} />}
      {!issue.data && (
        <Button className="touch" onClick={() => issue.mutate()} loading={issue.isPending}>
          {t('agents.code.make')}
        </Button>
      )}
      {code && issue.data && (
        <>
          <div role="status">
            <Text className="code-to-read">{code}</Text>
            <Text ta="center">{t('agents.code.until', { moment: formatMoment(issue.data.expiresAt) })}</Text>
          </div>
          <CopyField label={t('agents.code.label')} text={code} />
          <CopyField
            label={t('agents.code.command')}
            text={`npx pandafab agent enrol ${code} --server ${window.location.origin}`}
          />
        </>
      )}
    </Stack>
  );
}
