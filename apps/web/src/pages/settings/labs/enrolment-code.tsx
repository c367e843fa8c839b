import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { api, content } from '../../../api/client';
import { useChange } from '../../../api/use-change';
import { CopyField } from '../../../parts/copy-field';
import { formatMoment } from '../../../parts/format';
import { ProblemAlert } from '../../../parts/problem-alert';

/** A code to read to the person at the lab's computer. It is shown only once: closing the dialog forgets it. */
export function EnrolmentCode({ labId }: { labId: string }) {
  const { t } = useTranslation();
  const params = { path: { id: labId } };
  const issue = useChange(() => content(api.POST('/api/v1/labs/{id}/enrolment-codes', { params })), []);
  const code = issue.data?.code;
  return (
    <Stack>
      <Text>{t('labs.code.once')}</Text>
      <Text>{t('labs.code.replaces')}</Text>
      {issue.isError && <ProblemAlert error={issue.error} />}
      {!issue.data && (
        <Button className="touch" onClick={() => issue.mutate()} loading={issue.isPending}>
          {t('labs.code.make')}
        </Button>
      )}
      {code && issue.data && (
        <>
          <div role="status">
            <Text className="code-to-read">{code}</Text>
            <Text ta="center">{t('labs.code.until', { moment: formatMoment(issue.data.expiresAt) })}</Text>
          </div>
          <CopyField label={t('labs.code.label')} text={code} />
          <CopyField
            label={t('labs.code.command')}
            text={`npx pandafab agent enrol ${code} --server ${window.location.origin}`}
          />
        </>
      )}
    </Stack>
  );
}
