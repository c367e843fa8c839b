import './file.css';
import { Code, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { type Job, machinesQuery } from '../../api/queries';
import { formatNumber } from '../format';
import { SeverityMark } from './severity-mark';

type Finding = Job['findings'][number];

interface Props {
  readonly findings: readonly Finding[];
  readonly labId: string;
}

/** The guard's findings about a file: each with its line, its machines, and what to do about it. */
export function FindingList({ findings, labId }: Props) {
  const { t } = useTranslation();
  if (findings.length === 0) return <Text>{t('file.findings.clear')}</Text>;
  return (
    <ul className="plain-list">
      {findings.map((finding) => (
        <Item key={`${finding.code} ${finding.line} ${finding.command}`} finding={finding} labId={labId} />
      ))}
    </ul>
  );
}

function Item({ finding, labId }: { finding: Finding; labId: string }) {
  const { t } = useTranslation();
  const { severity, what, cure, line, count, command, rule } = finding;
  // Most sentences name the line themselves.
  const named = what.includes(String(line)) ? '' : t('file.findings.line', { line: formatNumber(line) });
  return (
    <li>
      <SeverityMark severity={severity}>{t(`file.findings.${severity}`)}</SeverityMark>
      <Text fw={600} className="anywhere">
        {what}
      </Text>
      <Text size="sm">{cure}</Text>
      {named && <Text size="sm">{named}</Text>}
      {count > 1 && <Text size="sm">{t('file.findings.more', { count: count - 1 })}</Text>}
      {command && !what.includes(command) && <Code className="anywhere">{command}</Code>}
      <Machines finding={finding} labId={labId} />
      {severity === 'refuse' && rule && <Text size="sm">{t('file.findings.allow', { rule })}</Text>}
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
      ? t('file.findings.everyMachine')
      : t('file.findings.machines', { machines: held.map(({ name }) => name).join(', ') });
  return <Text size="sm">{words}</Text>;
}
