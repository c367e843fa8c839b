import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/button';
import { Empty } from '../../parts/empty';
import { Loading } from '../../parts/loading';
import { ProblemAlert } from '../../parts/problem-alert';
import { LostNote } from '../jobs/lost-note';
import { useWhy } from './approvals';
import { QueueList } from './queue-list';
import { type Shown, useQueue } from './use-queue';

interface Props {
  readonly labId: string;
  readonly shown: Shown;
}

/** The rows of the queue, with what stands around them: loading, an error, an empty queue, and the way to more. */
export function Queue({ labId, shown }: Props) {
  const { t } = useTranslation();
  const { answer, jobs, total } = useQueue(labId, shown);
  const [why] = useWhy();
  if (answer.isPending) return <Loading />;
  if (answer.isError && !answer.data)
    return <ProblemAlert error={answer.error} retry={() => void answer.refetch()} />;
  const rows =
    shown === 'approval' && why !== ''
      ? jobs.filter(({ queue }) => queue.approval.reasons.some(({ code }) => code === why))
      : jobs;
  const mayMove = shown === 'all' && rows.length > 1;
  return (
    <div className="queue-whole">
      <LostNote answer={answer} />
      {rows.length === 0 && (
        <Empty title={t(shown === 'approval' ? 'queue.noneAsked' : 'queue.none')}>
          <p>{t(shown === 'approval' ? 'queue.noneAskedHelp' : 'queue.noneHelp')}</p>
        </Empty>
      )}
      {mayMove && <p className="queue-line">{t('queue.intro')}</p>}
      {rows.length > 0 && <QueueList labId={labId} jobs={rows} mayMove={mayMove} />}
      {answer.isFetchNextPageError && <ProblemAlert error={answer.error} />}
      {answer.hasNextPage && (
        <div className="row">
          <p>{t('queue.shownOf', { shown: jobs.length, total })}</p>
          <Button isBusy={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
            {t('common.more')}
          </Button>
        </div>
      )}
    </div>
  );
}
