import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../api/get';
import { StateBadge } from '../../parts/state-badge';
import { newKey } from '../../parts/visits/tap-queue';
import type { useCounting } from '../../parts/visits/use-counting';
import { timeIn } from '../../parts/zone';

interface Props {
  readonly day: Answer<'/api/v1/labs/{id}/visits'>;
  readonly counting: ReturnType<typeof useCounting>;
  readonly mayCount: boolean;
}

/** Whether the lab is open; opens and closes it in one tap. */
export function OpenClose({ day: { opening, timeZone }, counting, mayCount }: Props) {
  const { t } = useTranslation();
  const { waiting, tap } = counting;
  // What was tapped without a network counts here already.
  const opened = waiting.findLast(({ kind }) => kind === 'open');
  const closes = waiting.some(({ kind }) => kind === 'close');
  const open = closes ? null : (opening ?? (opened && openedBy(opened)));
  const now = Date.now();
  return (
    <div className="row desk-door">
      <StateBadge tone={open ? 'good' : 'neutral'}>
        {open ? t('visits.since', { time: timeIn(open.openedAt, timeZone) }) : t('visits.closed')}
      </StateBadge>
      {mayCount && (
        <Button
          variant={open ? 'default' : 'filled'}
          className="touch"
          disabled={closes}
          onClick={() =>
            open
              ? tap({ key: newKey(), kind: 'close', of: open.id, tappedAt: now })
              : tap({ key: newKey(), kind: 'open', tappedAt: now })
          }
        >
          {t(open ? 'visits.close' : 'visits.open')}
        </Button>
      )}
    </div>
  );
}

const openedBy = ({ key, tappedAt }: { key: string; tappedAt: number }) => ({
  id: key,
  openedAt: new Date(tappedAt).toISOString(),
});
