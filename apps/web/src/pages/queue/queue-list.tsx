import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../api/queries';
import { useMachineNames } from '../jobs/use-machine-names';
import { QueueRow } from './queue-row';
import { moveWithin } from './reorder';
import { useDrag } from './use-drag';
import { useGrab } from './use-grab';
import { useMove, useRowsNow } from './use-move';

interface Props {
  readonly labId: string;
  readonly jobs: readonly Job[];
  /** False where only some jobs of the queue are shown: there, a place between two rows says nothing. */
  readonly mayMove: boolean;
}

/** The rows of a queue. Managers move them by drag, by keyboard, and with the buttons of each row. */
export function QueueList({ labId, jobs, mayMove }: Props) {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const list = useRef<HTMLOListElement>(null);
  const nameOf = useMachineNames(labId);
  const move = useMove(labId);
  const rowsNow = useRowsNow(labId);
  const { grabbed, handle } = useGrab({
    ids: jobs.map(({ id }) => id),
    idsNow: () => rowsNow().map(({ id }) => id),
    move,
    say: (event, id, at) => {
      const name = jobs.find((job) => job.id === id)?.fileName;
      setSaid(t(`queue.said.${event}`, { name, place: at + 1, count: jobs.length }));
    },
  });
  const shown = grabbed ? moveWithin(jobs, grabbed.from, grabbed.at) : jobs;
  const drag = useDrag(list, (from, to) => {
    const id = shown[from]?.id;
    if (id !== undefined) move(id, { to });
  });
  const handleOf = (id: string) => {
    const keys = handle(id);
    const onKeyDown: typeof keys.onKeyDown = (event) => !drag.onKeyDown(event) && keys.onKeyDown(event);
    return { ...keys, ...drag.pointer, onKeyDown };
  };
  return (
    <>
      {mayMove && (
        <p id="queue-hint" className="sr-only">
          {t('queue.move.hint')}
        </p>
      )}
      <p className="sr-only" aria-live="assertive">
        {said}
      </p>
      <ol className="queue" ref={list} aria-label={t('queue.list')}>
        {shown.map((job, at) => (
          <QueueRow
            key={job.id}
            {...{ job, at, nameOf, count: jobs.length, isGrabbed: grabbed?.id === job.id }}
            move={mayMove ? move : undefined}
            handle={handleOf(job.id)}
          />
        ))}
      </ol>
    </>
  );
}
