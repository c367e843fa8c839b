import { Progress, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Job, Run } from '../../api/queries';
import { activeRun } from '../../parts/active-run';
import { formatCelsius, formatDuration, formatEnd } from '../../parts/format';
import { type HeaterReading, heaterName } from '../../parts/heater-name';
import { Notice } from '../../parts/notice';
import { Section } from './section';
import { useMachineNames } from './use-machine-names';

/** The progress of a print; when the lab sends nothing, the section says so and shows no old values instead. */
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
        <Live progress={run.progress} seconds={run.seconds} />
      ) : (
        <Notice title={t('jobs.progress.silent')}>
          <Text size="sm">{t('jobs.progress.silentCure')}</Text>
        </Notice>
      )}
    </Section>
  );
}

/** True when a person has requested the cancellation of this run, and it has not ended yet. */
export const isStopping = ({ history }: Job, { id }: Run): boolean =>
  history?.some(({ runId, event }) => runId === id && event === 'cancel requested') ?? false;

/** The phase that the lab reports, if this page knows it; else the run's state. */
function phaseOf({ progress, state }: Run, t: ReturnType<typeof useTranslation>['t']): string {
  const otherwise = t(`jobs.run.${state}`);
  return progress ? t(`jobs.phase.${progress.phase}`, { defaultValue: otherwise }) : otherwise;
}

function Live({ progress, seconds }: { progress: NonNullable<Run['progress']>; seconds: number }) {
  const { t } = useTranslation();
  const { fraction, remainingSeconds, readings, needsPerson } = progress;
  const heaters = readings.map(({ name }) => name);
  const percent = Math.floor(fraction * 100);
  const words = [
    remainingSeconds !== null && t('jobs.progress.ends', { time: formatEnd(remainingSeconds, Date.now()) }),
    t('jobs.progress.percent', { percent }),
    t('jobs.progress.elapsed', { time: formatDuration(seconds) }),
  ].filter(Boolean);
  return (
    <>
      <Progress.Root size="xl">
        <Progress.Section
          value={percent}
          color="var(--busy)"
          aria-label={t('jobs.progress.label')}
          aria-valuetext={t('jobs.progress.percent', { percent })}
        />
      </Progress.Root>
      <Text fw={600}>{words.join(' · ')}</Text>
      <dl className="facts">
        {readings.map((reading) => (
          <Heat key={reading.name} label={heaterName(reading.name, heaters, t)} reading={reading} />
        ))}
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

function Heat({ label, reading }: { label: string; reading: HeaterReading }) {
  const { t } = useTranslation();
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
