import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Machine } from '../../api/queries';
import { formatTime } from '../../parts/format';
import { ProblemAlert } from '../../parts/problem-alert';
import { useWish } from './commands';

interface Props {
  readonly machine: Machine;
  readonly isStaff: boolean;
  readonly mayWithdraw: boolean;
}

/** An emergency stop that has not arrived: the machine may go on, and somebody has to go there. */
export function StopOnItsWay({ machine: { id, name, stopOnItsWay }, isStaff, mayWithdraw }: Props) {
  const { t } = useTranslation();
  const wish = useWish();
  if (!stopOnItsWay?.overdue) return null;
  return (
    <div className="question" role="alert">
      <p className="stop-unheard">
        {t('wall.undelivered.title', { time: formatTime(Date.parse(stopOnItsWay.since)) })}
      </p>
      <p>{t(isStaff ? 'wall.undelivered.cure' : 'wall.undelivered.maker')}</p>
      {mayWithdraw && (
        <>
          <p>{t('wall.undelivered.kept')}</p>
          <Button
            size="md"
            mt={4}
            variant="default"
            loading={wish.isPending}
            onClick={() => wish.mutate({ action: 'withdraw-stop', machineId: id })}
          >
            {t('wall.do.withdraw-stop')}
            <span className="sr-only"> – {name}</span>
          </Button>
        </>
      )}
      {wish.isError && <ProblemAlert error={wish.error} />}
    </div>
  );
}
