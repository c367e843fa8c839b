import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Job, Machine } from '../../api/queries';
import { formatTime } from '../../parts/format';
import { isHeard } from '../wall/state';
import { ConsoleLines } from './console-lines';
import { type ConsoleState, consoleStateOf, TOLD_LASTS_MS, type Told } from './console-state';
import { ConsoleTail } from './console-tail';
import { consoleQuery } from './queries';
import { Section } from './section';

/** The lines exchanged with a machine: live while the machine is connected, else the last ones. */
export function MachineConsole({ machine, liveJobs }: { machine: Machine; liveJobs: readonly Job[] }) {
  const { t } = useTranslation();
  const { id, labId } = machine;
  const isConnected = isHeard(machine);
  const answer = useQuery({ ...consoleQuery(id), enabled: isConnected });
  const { data: told, dataUpdatedAt: toldAt, errorUpdatedAt: failedAt } = answer;
  const isOld = useIsOld(toldAt);
  const state = consoleStateOf({ isConnected, told, hasFailed: failedAt > toldAt, isOld });
  return (
    <Section title={t('machine.console.title')}>
      <p className="quiet" role="status">
        {state === 'lost' && !told
          ? t('machine.console.unheard')
          : t(`machine.console.state.${state}`, { time: formatTime(toldAt) })}
      </p>
      {state === 'past' ? (
        <ConsoleTail machineId={id} labId={labId} liveJobs={liveJobs} />
      ) : (
        <LiveLines told={told} state={state} />
      )}
    </Section>
  );
}

function LiveLines({ told, state }: { told: Told | undefined; state: ConsoleState }) {
  const { t } = useTranslation();
  if (!told?.lines) return null;
  if (told.lines.length === 0) return <p>{t('machine.console.silent')}</p>;
  return <ConsoleLines lines={told.lines} isLost={state === 'lost'} />;
}

/** True once the answer of this time is too old to be live: the next request may hang, which is not a failure yet. */
function useIsOld(at: number): boolean {
  const [oldAt, setOldAt] = useState<number>();
  useEffect(() => {
    const timer = setTimeout(() => setOldAt(at), at + TOLD_LASTS_MS - Date.now());
    return () => clearTimeout(timer);
  }, [at]);
  return oldAt === at || Date.now() - at >= TOLD_LASTS_MS;
}
