import type { LabId } from '@pandafab/shared';

/**
 * Every step that BullMQ moves, and what it carries. Steps are short and idempotent: the rows they name are the
 * truth, so a step that runs twice, or late, does no harm.
 */
export interface QueueJobs {
  'file.analyse': { readonly sha256: string };
  'lab.match': { readonly labId: LabId; readonly revision: number };
}

export type QueueJobName = keyof QueueJobs;

interface QueueJobSettings {
  /** The BullMQ queue it travels in. */
  readonly queue: 'analysis' | 'labs';
  readonly attempts: number;
}

export const queueJobSettings: Readonly<Record<QueueJobName, QueueJobSettings>> = {
  'file.analyse': { queue: 'analysis', attempts: 3 },
  'lab.match': { queue: 'labs', attempts: 5 },
};

/** How many steps of a queue run at once in one process. An analysis fills a core: one at a time. */
export const queueConcurrency = { analysis: 1, labs: 4 } as const;

export const queueJobNames = Object.keys(queueJobSettings) as QueueJobName[];

/** The deterministic id under which a step is added: adding it twice adds it once. No colon: BullMQ refuses it. */
export const queueJobIds: { readonly [Name in QueueJobName]: (data: QueueJobs[Name]) => string } = {
  'file.analyse': ({ sha256 }) => `analyse-${sha256}`,
  'lab.match': ({ labId, revision }) => `match-${labId}-${revision}`,
};
