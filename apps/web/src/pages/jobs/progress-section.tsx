import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../api/queries';
import { formatCelsius, formatDuration } from '../../parts/format';
import { Notice } from '../../parts/notice';
import { activeRun, type Run } from './queries';
import { Section } from './section';
import { useMachineNames } from './use-machine-names';

/** How a print goes now; where the lab says nothing, that is said, and nothing older is shown in its place. */
export function ProgressSection({ job, isLost }: { job: Job; isLost: boolean }) {
  const { t } = useTranslation();
  const nameOf = useMachineNames(job.labId);
  const run = activeRun(job);
  if (!run) return null;
  const machine = nameOf(run.machineId);
  return (
    <Section title={t(isLost ? 'jobs.progress.lastKnown' : 'jobs.progress.title')}>
      <Text role="status">
        {phaseOf(run, t)}
        {machine && ` ${t('jobs.progress.on', { machine })}`}
      </Text>
      {isStopping(job, run) && <Text fw={600}>{t('jobs.progress.stopping')}</Text>}
      {run.progress ? (
        <Live progress={run.progress} />
      ) : (
        <Notice title={t('jobs.progress.silent')}>
          <Text size="sm">{t('jobs.progress.silentCure')}</Text>
        </Notice>
      )}
    </Section>
  );
}

/** Somebody has asked this run to stop, and it has not yet. */
export const isStopping = ({ history }: Job, { id }: Run): boolean =>
  history?.some(({ runId, event }) => runId === id && event === 'cancel wished') ?? false;

/** The lab's own word where it says one that is known here; else the run's state. */
function phaseOf({ progress, state }: Run, t: ReturnType<typeof useTranslation>['t']): string {
  const otherwise = t(`jobs.run.${state}`);
  return progress ? t(`jobs.phase.${progress.phase}`, { defaultValue: otherwise }) : otherwise;
}

function Live({ progress }: { progress: NonNullable<Run['progress']> }) {
  const { t } = useTranslation();
  const { fraction, elapsedSeconds, remainingSeconds, nozzle, bed, needsPerson } = progress;
  const percent = Math.floor(fraction * 100);
  const words = [
    t('jobs.progress.percent', { percent }),
    remainingSeconds !== null && t('jobs.progress.remaining', { time: formatDuration(remainingSeconds) }),
    t('jobs.progress.elapsed', { time: formatDuration(elapsedSeconds) }),
  ].filter(Boolean);
  return (
    <>
      <Progress.Root size="xl">
        <Progress.Section
          value={percent}
          aria-label={t('jobs.progress.label')}
          aria-valuetext={t('jobs.progress.percent', { percent })}
        />
      </Progress.Root>
      <Text fw={600}>{words.join(' · ')}</Text>
      <dl className="facts">
        <Heat label={t('jobs.progress.nozzle')} reading={nozzle} />
        <Heat label={t('jobs.progress.bed')} reading={bed} />
      </dl>
      {needsPerson && (
        <Notice role="alert" title={t('jobs.progress.person')}>
          <Text size="sm" className="anywhere">
            {needsPerson.filament ? t('jobs.progress.filament') : needsPerson.message}
          </Text>
          {needsPerson.cooled && <Text size="sm">{t('jobs.progress.cooled')}</Text>}
        </Notice>
      )}
    </>
  );
}

function Heat({ label, reading }: { label: string; reading: { actual: number; target: number } | null }) {
  const { t } = useTranslation();
  if (!reading) return null;
  const target = formatCelsius(reading.target);
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {formatCelsius(reading.actual)}
        <small>{t(reading.target > 0 ? 'jobs.progress.target' : 'jobs.progress.off', { target })}</small>
      </dd>
    </div>
  );
}
