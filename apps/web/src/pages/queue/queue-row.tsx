import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../api/queries';
import { PageIcon } from '../../design/page-icon';
import { Thumbnail } from '../../parts/file/thumbnail';
import { MarkList } from './mark-list';
import { When, Whose } from './row-facts';
import { RowTools } from './row-tools';
import type { useDrag } from './use-drag';
import type { useGrab } from './use-grab';
import type { MoveRow } from './use-move';

interface Props {
  readonly job: Job;
  readonly at: number;
  readonly count: number;
  readonly nameOf: (machineId: string) => string | undefined;
  /** Undefined where rows cannot be moved. */
  readonly move: MoveRow | undefined;
  readonly handle: HandleProps;
  readonly isGrabbed: boolean;
}

/** What a handle listens to. */
type HandleProps = ReturnType<ReturnType<typeof useGrab>['handle']> & ReturnType<typeof useDrag>['pointer'];

/** A waiting job: its place, what it is, when it is expected, what was decided, and what can be done. */
export function QueueRow({ job, at, count, nameOf, move, handle, isGrabbed }: Props) {
  const { t } = useTranslation();
  const name = job.fileName;
  return (
    <li className="queue-row" data-grabbed={isGrabbed || undefined}>
      {move && (
        <button
          type="button"
          className="queue-handle"
          aria-label={t('queue.move.handle', { name })}
          aria-describedby="queue-hint"
          aria-pressed={isGrabbed}
          {...handle}
        >
          <PageIcon name="grip-vertical" />
        </button>
      )}
      <span className="queue-rank">
        <span className="sr-only">{t('queue.place')} </span>
        {job.position ?? at + 1}
      </span>
      <Thumbnail pictures={job.thumbnails} width={56} alt="" />
      <div className="queue-what">
        <Whose job={job} />
        <MarkList job={job} nameOf={nameOf} />
        {job.queue.approval.state === 'asked' && <Reasons job={job} />}
      </div>
      <When job={job} nameOf={nameOf} />
      <RowTools job={job} at={at} count={count} move={move} />
    </li>
  );
}

/** Why a manager's yes is needed. */
const Reasons = memo(({ job }: { job: Job }) => (
  <ul className="queue-reasons">
    {job.queue.approval.reasons.map(({ code, what }) => (
      <li key={code + what}>{what}</li>
    ))}
  </ul>
));
