import { useTranslation } from 'react-i18next';
import type { Job } from '../../api/queries';
import { PageIcon, type PageIconName } from '../../design/page-icon';
import { formatHour } from '../../parts/format';
import { type Mark, marksOf } from './marks';

const ICONS: Readonly<Record<Mark['kind'], PageIconName>> = {
  ...{ asked: 'shield-check', heldByStaff: 'player-pause', heldByMaker: 'player-pause' },
  ...{ needsMaker: 'user', here: 'user', change: 'droplet', moved: 'arrows-sort' },
  ...{ late: 'alert-triangle', dueFirm: 'calendar-event', dueWish: 'calendar-event' },
  ...{ priority: 'flag', only: 'pin', next: 'player-track-next' },
};

interface Props {
  readonly job: Job;
  readonly nameOf: (machineId: string) => string | undefined;
}

/** What people decided about a waiting job, and what stands in its way: each as a sign and a word. */
export function MarkList({ job, nameOf }: Props) {
  const { t } = useTranslation();
  const now = Date.now();
  const marks = marksOf(job, now);
  if (marks.length === 0) return null;
  const wordsOf = (mark: Mark): string => {
    const { kind } = mark;
    if ('reason' in mark)
      return [t(`queue.mark.${kind}`), mark.reason].filter(Boolean).join(t('queue.mark.colon'));
    if ('at' in mark) return t(`queue.mark.${kind}`, { hour: formatHour(mark.at, now) });
    if ('steps' in mark) return t(`queue.mark.priority${mark.steps}`);
    if ('machineId' in mark) return t(`queue.mark.${kind}`, { machine: nameOf(mark.machineId) ?? '…' });
    return t(`queue.mark.${kind}`);
  };
  return (
    <ul className="queue-marks" aria-label={t('queue.marks')}>
      {marks.map((mark) => (
        <li key={mark.kind} className="queue-mark" data-tone={mark.tone}>
          <PageIcon name={ICONS[mark.kind]} />
          <span>{wordsOf(mark)}</span>
        </li>
      ))}
    </ul>
  );
}
