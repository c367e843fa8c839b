import { useTranslation } from 'react-i18next';
import type { LiveLab } from '../../api/live';
import { formatTime } from '../../parts/format';
import { Notice } from '../../parts/notice';

/** The time of the last event of the server, as text; undefined while the state is live. */
export const lostAtOf = ({ connection, heardAt }: LiveLab): string | undefined =>
  connection === 'lost' && heardAt !== undefined ? formatTime(heardAt) : undefined;

/** Says that the page shows an old state: the server or the lab’s computer does not answer. */
export function LostBanner({ live, isStaff }: { live: LiveLab; isStaff: boolean }) {
  const { t } = useTranslation();
  const since = lostAtOf(live);
  if (live.connection === 'lost')
    return (
      <Notice tone="bad" role="alert" title={t('wall.lost.title')}>
        <p>
          {since === undefined ? t('wall.lost.never') : t('wall.lost.since', { time: since })}
          {since !== undefined && isStaff && ` ${t('wall.lost.goAndSee')}`}
        </p>
      </Notice>
    );
  // A computer that was never connected has not failed: the wall shows the next step instead.
  if (live.picture?.lab.hasComputer && !live.picture.lab.agentOnline)
    return (
      <Notice role="status" title={t('wall.lost.agent')}>
        <p>
          {t('wall.lost.agentMeans')} {t(isStaff ? 'wall.lost.agentCure' : 'wall.lost.agentStaff')}
        </p>
      </Notice>
    );
  return null;
}
