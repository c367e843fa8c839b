import type { Evidence } from './evidence';

/** Prints of jobs that began although a person held them. */
export const judgeHolds = ({ heldJobs, runs }: Pick<Evidence, 'heldJobs' | 'runs'>): string[] =>
  heldJobs.flatMap(({ jobId, from, until = Number.POSITIVE_INFINITY }) =>
    runs
      .filter((run) => run.jobId === jobId && run.assignedAt > from && run.assignedAt < until)
      .map(({ part, machine }) => `part ${part} was held, and its print on ${machine} began all the same`),
  );
