import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../api/queries';
import { PageIcon } from '../../design/page-icon';
import { Button } from '../../parts/button';
import { ApproveButton } from './approve-button';
import type { Hand } from './dialogs/hands';
import { QueueDialog } from './dialogs/queue-dialog';
import type { MoveRow } from './use-move';

interface Props {
  readonly job: Job;
  readonly at: number;
  readonly count: number;
  readonly move: MoveRow | undefined;
}

/** What a manager can do with a row: up, down, yes or no where it waits for it, and everything else. */
export function RowTools({ job, at, count, move }: Props) {
  const { t } = useTranslation();
  const [hand, setHand] = useState<Hand | 'choose'>();
  const name = job.fileName;
  return (
    <div className="queue-tools">
      {job.queue.approval.state === 'asked' && (
        <>
          <ApproveButton job={job} />
          <Button
            aria-haspopup="dialog"
            aria-label={t('queue.refuse.of', { name })}
            onClick={() => setHand('refuse')}
          >
            {t('queue.refuse.short')}
          </Button>
        </>
      )}
      {move && (
        <>
          <button
            type="button"
            className="icon-button"
            aria-label={t('queue.move.up', { name })}
            aria-disabled={at === 0}
            onClick={() => at > 0 && move(job.id, { by: -1 })}
          >
            <PageIcon name="arrow-up" />
          </button>
          <button
            type="button"
            className="icon-button"
            aria-label={t('queue.move.down', { name })}
            aria-disabled={at === count - 1}
            onClick={() => at < count - 1 && move(job.id, { by: 1 })}
          >
            <PageIcon name="arrow-down" />
          </button>
        </>
      )}
      <Button
        aria-haspopup="dialog"
        aria-label={t('queue.changeOf', { name })}
        onClick={() => setHand('choose')}
      >
        {t('queue.change')}
      </Button>
      {hand && (
        <QueueDialog
          job={job}
          start={hand === 'choose' ? undefined : hand}
          close={() => setHand(undefined)}
        />
      )}
    </div>
  );
}
