import { useTranslation } from 'react-i18next';
import type { Schemas } from '../../../api/client';
import { formatDuration } from '../../../parts/format';
import { Loading } from '../../../parts/loading';
import { ProblemAlert } from '../../../parts/problem-alert';
import { SettingsSection } from '../settings-section';
import { PreviewJobs } from './preview-jobs';
import type { WeightValues } from './typed-weights';
import { usePreview } from './use-preview';

interface Props {
  readonly labId: string;
  /** Undefined while a field is wrong. */
  readonly values: WeightValues | undefined;
}

/** What the weights that are typed would do to today's queue, before they are saved. */
export function Preview({ labId, values }: Props) {
  const { t } = useTranslation();
  const { data, error, isPending, isOld, refetch } = usePreview(labId, values);
  return (
    <SettingsSection title={t('queue-rules.preview.title')}>
      {values === undefined && <p role="status">{t('queue-rules.preview.wrong')}</p>}
      {isPending && values !== undefined && <Loading />}
      {error && <ProblemAlert error={error} retry={() => void refetch()} />}
      {data && (
        <div className="queue-preview" aria-busy={isOld}>
          {data.isExample && <p className="quiet">{t('queue-rules.preview.example')}</p>}
          <Summary summary={data.summary} isSame={data.jobs.every(({ isChanged }) => !isChanged)} />
          <PreviewJobs jobs={data.jobs} total={data.summary.jobs} labId={labId} />
        </div>
      )}
    </SettingsSection>
  );
}

function Summary({ summary, isSame }: { summary: Schemas['PreviewSummary']; isSame: boolean }) {
  const { t } = useTranslation();
  const { sooner, later, medianSeconds, mostSoonerSeconds, mostLaterSeconds, late, changes } = summary;
  if (isSame) return <p role="status">{t('queue-rules.preview.same')}</p>;
  const facts = [
    [t('queue-rules.preview.median'), formatDuration(medianSeconds)],
    [t('queue-rules.preview.most'), formatDuration(Math.max(mostSoonerSeconds, mostLaterSeconds))],
    [t('queue-rules.preview.late'), t('queue-rules.preview.from', late)],
    [t('queue-rules.preview.changes'), t('queue-rules.preview.from', changes)],
  ];
  return (
    <>
      <p role="status">
        {t('queue-rules.preview.sooner', { count: sooner })},{' '}
        {t('queue-rules.preview.later', { count: later })}.
      </p>
      <dl className="queue-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
