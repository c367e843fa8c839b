import { Anchor, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Job } from '../../api/queries';
import { ProblemAlert } from '../../parts/problem-alert';
import { machinesQuery } from './queries';
import { Section } from './section';
import { SeverityMark } from './severity-mark';

type Standing = 'ready' | 'later' | 'never';
type Waiting = NonNullable<Job['waiting']>[number];

const ORDER: readonly Standing[] = ['ready', 'later', 'never'];

/** What only another file or a lab manager changes is something else than a bed that is cleared in a minute. */
function standingOf({ machineId, reasons }: Waiting, findings: Job['findings']): Standing {
  if (reasons.length === 0) return 'ready';
  const isRefused = findings.some(
    ({ severity, machineIds }) => severity === 'refuse' && machineIds.includes(machineId),
  );
  return isRefused ? 'never' : 'later';
}

/** Of a job that waits: which machines can make it, and why the others do not. */
export function MachinesSection({ job }: { job: Job }) {
  const { t } = useTranslation();
  const machines = useQuery(machinesQuery(job.labId));
  if (job.state !== 'queued' || job.waiting === null) return null;
  const standings = job.waiting
    .map((waiting) => ({ ...waiting, standing: standingOf(waiting, job.findings) }))
    .sort((a, b) => ORDER.indexOf(a.standing) - ORDER.indexOf(b.standing));
  const nameOf = (machineId: string) => machines.data?.items.find(({ id }) => id === machineId)?.name ?? '…';
  return (
    <Section title={t('jobs.machines.title')}>
      {machines.error && <ProblemAlert error={machines.error} retry={() => machines.refetch()} />}
      {standings.length === 0 && <Text>{t('jobs.machines.none')}</Text>}
      {standings.length > 0 && (
        <ul className="plain-list">
          {standings.map(({ machineId, reasons, standing }) => (
            <li key={machineId}>
              <Anchor component={Link} to={`/machines/${machineId}`} fw={600}>
                {nameOf(machineId)}
              </Anchor>
              <div>
                <SeverityMark severity={standing === 'never' ? 'refuse' : standing}>
                  {t(`jobs.machines.${standing}`)}
                </SeverityMark>
              </div>
              {reasons.map(({ code, what, cure }) => (
                <Text key={code + what} size="sm">
                  {what} {cure}
                </Text>
              ))}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
