import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Report } from './send-import';

/** The members that a file would add or has added; or each error, its line and what to do about it. */
export function ImportReport({ report }: { report: Report }) {
  const { t } = useTranslation();
  const { problems, members, dryRun, ignoredColumns } = report;
  const isGood = problems.length === 0;
  const placeOf = (line: number, column: string | null) =>
    column ? t('members.files.atColumn', { line, column }) : t('members.files.at', { line });
  return (
    <Stack gap="sm" role="status">
      <Text fw={700}>
        <span aria-hidden>{isGood ? '✓ ' : '✕ '}</span>
        {isGood
          ? t(dryRun ? 'members.files.good' : 'members.files.taken', { count: members })
          : t('members.files.bad', { count: problems.length })}
      </Text>
      {ignoredColumns.length > 0 && (
        <Text size="sm" className="typed">
          {t('members.files.ignored', { columns: ignoredColumns.join(', ') })}
        </Text>
      )}
      {!isGood && (
        <List size="sm" className="bad-lines">
          {problems.map(({ code, line, column, what, cure }) => (
            <List.Item key={`${line} ${column} ${code}`} className="typed">
              <strong>{placeOf(line, column)}</strong> – {what} {cure}
            </List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}
