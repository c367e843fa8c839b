import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LiveLab } from '../../api/live';
import { formatTime } from '../../parts/format';

/** When the server was last heard, in words; undefined while what is shown is now. */
export const lostAtOf = ({ connection, heardAt }: LiveLab): string | undefined =>
  connection === 'lost' && heardAt !== undefined ? formatTime(heardAt) : undefined;

/** Says that what is shown is not how things are: the server is not heard, or the lab’s own computer is not. */
export function LostBanner({ live, isStaff }: { live: LiveLab; isStaff: boolean }) {
  const { t } = useTranslation();
  const since = lostAtOf(live);
  if (live.connection === 'lost')
    return (
      <Alert color="red" variant="outline" role="alert" title={t('wall.lost.title')}>
        {since === undefined ? t('wall.lost.never') : t('wall.lost.since', { time: since })}
        {since !== undefined && isStaff && ` ${t('wall.lost.goAndSee')}`}
      </Alert>
    );
  // A computer that was never connected has not failed: the wall says what comes next instead.
  if (live.picture?.lab.hasComputer && !live.picture.lab.agentOnline)
    return (
      <Alert color="orange" variant="outline" role="status" title={t('wall.lost.agent')}>
        {t('wall.lost.agentMeans')} {t(isStaff ? 'wall.lost.agentCure' : 'wall.lost.agentStaff')}
      </Alert>
    );
  return null;
}
