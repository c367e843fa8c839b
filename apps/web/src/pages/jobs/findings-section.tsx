import { Code, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../api/queries';
import { formatNumber } from '../../parts/format';
import { machinesQuery } from './queries';
import { Section } from './section';
import { SeverityMark } from './severity-mark';

type Finding = Job['findings'][number];

/** What the guard found in the file: what, where, for which machines, and what to do about it. */
export function FindingsSection({ job }: { job: Job }) {
  const { t } = useTranslation();
  if (!job.analysis) return null;
  return (
    <Section title={t('jobs.findings.title')}>
      {job.findings.length === 0 && <Text>{t('jobs.findings.clear')}</Text>}
      {job.findings.length > 0 && (
        <ul className="plain-list">
          {job.findings.map((finding) => (
            <Item
              key={`${finding.code} ${finding.line} ${finding.command}`}
              finding={finding}
              labId={job.labId}
            />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Item({ finding, labId }: { finding: Finding; labId: string }) {
  const { t } = useTranslation();
  const { severity, what, cure, line, count, command, rule } = finding;
  // Most sentences name the line themselves.
  const named = what.includes(String(line)) ? '' : t('jobs.findings.line', { line: formatNumber(line) });
  return (
    <li>
      <SeverityMark severity={severity}>{t(`jobs.findings.${severity}`)}</SeverityMark>
      <Text fw={600} className="anywhere">
        {what}
      </Text>
      <Text size="sm">{cure}</Text>
      {named && <Text size="sm">{named}</Text>}
      {count > 1 && <Text size="sm">{t('jobs.findings.more', { count: count - 1 })}</Text>}
      {command && !what.includes(command) && <Code className="anywhere">{command}</Code>}
      <Machines finding={finding} labId={labId} />
      {severity === 'refuse' && rule && <Text size="sm">{t('jobs.findings.allow')}</Text>}
    </li>
  );
}

function Machines({ finding: { machineIds }, labId }: { finding: Finding; labId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery(machinesQuery(labId));
  if (!data) return null;
  const held = data.items.filter(({ id }) => machineIds.includes(id));
  if (held.length === 0) return null;
  const words =
    held.length === data.items.length
      ? t('jobs.findings.everyMachine')
      : t('jobs.findings.machines', { machines: held.map(({ name }) => name).join(', ') });
  return <Text size="sm">{words}</Text>;
}
