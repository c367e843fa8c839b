import type { Job } from '../../api/queries';

const SHOWN = 3;

/** The next jobs of a machine: those that staff put there first, then those that are expected there, the earliest first. */
export function expectedOn(queue: readonly Job[], machineId: string): readonly Job[] {
  const isPut = (job: Job) => job.queue.nextOn === machineId;
  const startOf = ({ expected }: Job) => expected?.startAt ?? '';
  const expected = queue
    .filter((job) => !isPut(job) && job.expected?.machineId === machineId)
    .sort((a, b) => startOf(a).localeCompare(startOf(b)));
  return [...queue.filter(isPut), ...expected].slice(0, SHOWN);
}
