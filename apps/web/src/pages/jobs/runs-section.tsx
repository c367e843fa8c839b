import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Job, Run } from '../../api/queries';
import { holdsIn, LAB_STAFF } from '../../frame/rights';
import { useMe } from '../../frame/use-me';
import { formatDuration, formatMoment, formatNumber } from '../../parts/format';
import { Notice } from '../../parts/notice';
import { Section } from './section';
import { Transcript } from './transcript';
import { useMachineNames } from './use-machine-names';

/** Each attempt on a machine: its duration, its filament, and why it ended if it did not finish. */
export function RunsSection({ job }: { job: Job }) {
  const { t } = useTranslation();
  const nameOf = useMachineNames(job.labId);
  const isStaff = holdsIn(useMe(), job.labId, ...LAB_STAFF);
  if (job.runs.length === 0) return null;
  return (
    <Section title={t('jobs.runs.title')}>
      <ol className="plain-list">
        {job.runs.map((run, index) => (
          <li key={run.id}>
            <Text fw={600}>
              {t('jobs.runs.attempt', {
                number: index + 1,
                machine: nameOf(run.machineId) ?? t('jobs.runs.machineGone'),
              })}
            </Text>
            <Attempt run={run} />
            {isStaff && run.startedAt && <Transcript run={run} number={index + 1} />}
          </li>
        ))}
      </ol>
    </Section>
  );
}

const metresOf = (um: number): string => formatNumber(um / 1_000_000, 2);

function Attempt({ run }: { run: Run }) {
  const { t } = useTranslation();
  const { state, startedAt, seconds, filamentUm, spoolChanges, exact, resends, stripped, cause } = run;
  const metres = metresOf(filamentUm.reduce((sum, um) => sum + um, 0));
  const left = (stripped ?? []).reduce((sum, { count }) => sum + count, 0);
  const facts = [
    t(`jobs.run.${state}`),
    startedAt && formatMoment(startedAt),
    startedAt && t('jobs.runs.lasted', { time: formatDuration(seconds) }),
    startedAt && t('jobs.runs.used', { metres }),
    ...spoolChanges.map((change) => t('jobs.runs.spoolChanged', { metres: metresOf(change.filamentUm) })),
    startedAt && !exact && t('jobs.runs.inexact'),
    resends > 0 && t('jobs.runs.resends', { count: resends }),
    left > 0 && t('jobs.runs.stripped', { count: left }),
  ];
  return (
    <>
      <Text size="sm">{facts.filter(Boolean).join(' · ')}</Text>
      {cause && (
        <Notice title={cause.what}>
          <Text size="sm">{cause.cure}</Text>
        </Notice>
      )}
    </>
  );
}
