import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../api/queries';
import { formatMoment } from '../../parts/format';
import { Section } from './section';

type Step = NonNullable<Job['history']>[number];

/** A run's assignment and end are also steps of the job: each is shown once, the end where its cause is written. */
export const isTold = ({ runId, event }: Step): boolean =>
  runId === null ? !event.startsWith('ended') : event !== 'assigned';

/** The words of a step: a file that cannot be made is refused by the service, a job also by the staff. */
const eventOf = ({ event, cause }: Step): string =>
  event === 'refused' && cause?.code === 'JOB.NOT_APPROVED' ? 'not-approved' : event.replace(' ', '-');

/** Who did it: “you”, a name if the reader may know it, else the kind of person, or the program. */
const doerOf = ({ who, name, actor }: Step, t: TFunction): string =>
  who === 'you' || name === null ? t(`jobs.history.${who ?? actor}`) : name;

/** The history of the job, with times, oldest first. */
export function HistorySection({ job }: { job: Job }) {
  const { t } = useTranslation();
  const steps = (job.history ?? []).filter(isTold);
  if (steps.length === 0) return null;
  return (
    <Section title={t('jobs.history.title')}>
      <ol className="history">
        {steps.map((step) => (
          <li key={`${step.at} ${step.runId} ${step.event}`}>
            <Text span fw={600}>
              {t(`jobs.history.${eventOf(step)}`, { defaultValue: step.event })}
            </Text>
            <Text size="sm">
              <time dateTime={step.at}>{formatMoment(step.at)}</time>
              {' · '}
              {doerOf(step, t)}
            </Text>
            {step.cause && <Text size="sm">{step.cause.what}</Text>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
