import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabPicture } from '../../api/live';
import { ProblemAlert } from '../../parts/problem-alert';
import { MachineCard } from './machine-card';
import { countStates, jobOfRun, type MachineState, stateOf } from './state';
import { Summary } from './summary';
import { useQueueWords, useWall } from './use-wall';

interface Props {
  readonly picture: LabPicture;
  readonly isStaff: boolean;
  readonly lostAt: string | undefined;
}

/** The machines of a lab beside each other, those of one state where that was chosen. */
export function MachineWall({ picture, isStaff, lostAt }: Props) {
  const { t } = useTranslation();
  const { machines, jobs } = picture;
  const { spools, spoolsError, work, waitingCount } = useWall(picture, isStaff);
  const [chosen, choose] = useState<MachineState>();
  const waiting = useQueueWords(picture, waitingCount);
  const counts = useSteady(countStates(machines));
  const shown = chosen ? machines.filter((machine) => stateOf(machine) === chosen) : machines;
  return (
    <>
      <Summary
        counts={counts}
        total={machines.length}
        queueWords={waiting}
        chosen={chosen}
        choose={choose}
        isLost={lostAt !== undefined}
      />
      {spoolsError && <ProblemAlert error={spoolsError} />}
      {shown.length === 0 && <p>{t('wall.noneSo')}</p>}
      <ul className="wall">
        {shown.map((machine) => {
          const spool = machine.spoolId === null ? undefined : spools?.[machine.spoolId];
          return (
            <MachineCard
              key={machine.id}
              machine={machine}
              job={work.get(machine.id)?.job}
              run={work.get(machine.id)?.run}
              bedJob={jobOfRun(jobs, machine.bedRunId)}
              spool={spool}
              isStaff={isStaff}
              lostAt={lostAt}
            />
          );
        })}
      </ul>
    </>
  );
}

/** The same object as long as it says the same. */
function useSteady(counts: ReadonlyMap<MachineState, number>): ReadonlyMap<MachineState, number> {
  const key = JSON.stringify([...counts].sort());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what it says
  return useMemo(() => counts, [key]);
}
