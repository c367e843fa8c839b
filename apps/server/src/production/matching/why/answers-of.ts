import {
  againstPeople,
  type MachineAnswer,
  onceFree,
  type PlanJob,
  type PlanMachine,
  type Reason,
  reasonsAgainst,
  reasonsNotReady,
} from '@pandafab/domain';
import type { MachineId } from '@pandafab/shared';
import type { LoadedPlan } from '../queue/queue-plans.service';
import type { AnswerView } from './why.dto';
import { viewAnswer, type WhyReader } from './why-view';

/** What each machine of the lab answers to a waiting job. */
export const answersOf = (
  { queue }: Pick<LoadedPlan, 'queue'>,
  job: PlanJob,
  answers: ReadonlyMap<MachineId, MachineAnswer>,
  reader: WhyReader,
): AnswerView[] =>
  queue.machines.flatMap((machine) => {
    const answer = answers.get(machine.id);
    if (!answer) return [];
    return [viewAnswer(machine.id, answer, reasonsOf(answer, job, machine, queue.stock), reader)];
  });

/** What keeps a job from all machines is told once, and not for each. */
function reasonsOf(
  { code }: MachineAnswer,
  job: PlanJob,
  machine: PlanMachine,
  stock: LoadedPlan['queue']['stock'],
): Reason[] {
  if (code === 'AWAY') return reasonsNotReady(machine);
  if (code !== 'CANNOT' && code !== 'CHANGE') return [];
  const people = new Set<string>(againstPeople(job).map((reason) => reason.code));
  return reasonsAgainst(job, onceFree(machine), stock).filter((reason) => !people.has(reason.code));
}
