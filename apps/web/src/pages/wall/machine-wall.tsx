import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabPicture } from '../../api/live';
import type { Machine } from '../../api/queries';
import { ProblemAlert } from '../../parts/problem-alert';
import { AtAGlance, type Call } from './at-a-glance';
import { MachineCard } from './machine-card';
import {
  CALLING,
  countStates,
  inOrder,
  jobOfRun,
  type ShownState,
  soonestEnd,
  stateOf,
  urgencyOf,
} from './state';
import { Summary } from './summary';
import { useSteadyOrder } from './use-steady-order';
import { useQueueWords, useWall } from './use-wall';

interface Props {
  readonly picture: LabPicture;
  readonly isStaff: boolean;
  readonly lostAt: string | undefined;
}

/** The cards of a lab's machines, only those of one state if a state is chosen. */
export function MachineWall({ picture, isStaff, lostAt }: Props) {
  const { t } = useTranslation();
  const { machines, jobs } = picture;
  const { spools, spoolsError, work, waitingCount } = useWall(picture, isStaff);
  const [chosen, choose] = useState<ShownState>();
  const waiting = useQueueWords(picture, waitingCount);
  const counts = useSteady(countStates(machines));
  const calls = useSteady(callsOf(machines));
  const { ordered, isBuried, sortNow } = useSteadyOrder(machines);
  const shown = chosen ? ordered.filter((machine) => stateOf(machine) === chosen) : ordered;
  return (
    <>
      <AtAGlance
        calls={calls}
        printing={counts.get('printing') ?? 0}
        nextEnd={soonestEnd(work.values())}
        isStaff={isStaff}
        isLost={lostAt !== undefined}
        sortNow={isBuried && !chosen ? sortNow : undefined}
      />
      <Summary
        counts={counts}
        total={machines.length}
        queueWords={waiting}
        queuePage={isStaff ? '/lab-jobs' : '/jobs'}
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

/** The machines that wait for a person, the most urgent first. */
const callsOf = (machines: readonly Machine[]): readonly Call[] =>
  inOrder(machines, urgencyOf(machines))
    .map((machine) => ({ id: machine.id, name: machine.name, state: stateOf(machine) }))
    .filter(({ state }) => CALLING.has(state));

/** Returns the same object as long as its content is the same. */
function useSteady<T extends Iterable<unknown>>(value: T): T {
  const key = JSON.stringify([...value]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the content
  return useMemo(() => value, [key]);
}
