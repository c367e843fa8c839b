import { useTranslation } from 'react-i18next';
import type { Machine } from '../../api/queries';
import { Button } from '../../parts/button';
import { formatTime } from '../../parts/format';
import { ProblemAlert } from '../../parts/problem-alert';
import { useMachineCommand } from './commands';

interface Props {
  readonly machine: Machine;
  readonly isStaff: boolean;
  readonly mayWithdraw: boolean;
}

/** An emergency stop that has not arrived: the machine may continue, and a person must go there. */
export function StopOnItsWay({ machine: { id, name, stopOnItsWay }, isStaff, mayWithdraw }: Props) {
  const { t } = useTranslation();
  const command = useMachineCommand();
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
            isBusy={command.isPending}
            onClick={() => command.mutate({ action: 'withdraw-stop', machineId: id })}
          >
            {t('wall.do.withdraw-stop')}
            <span className="sr-only"> – {name}</span>
          </Button>
        </>
      )}
      {command.isError && <ProblemAlert error={command.error} />}
    </div>
  );
}
