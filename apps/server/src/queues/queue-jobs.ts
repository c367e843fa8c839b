import type { LabId } from '@pandafab/shared';

/**
 * Every step that BullMQ moves, and what it carries. Steps are short and idempotent: the rows they name are the
 * truth, so a step that runs twice, or late, does no harm.
 */
export interface QueueJobs {
  'file.analyse': { readonly sha256: string };
  /** A file that an analyser before `version` has read. */
  'file.reanalyse': { readonly sha256: string; readonly version: number };
  'lab.match': { readonly labId: LabId; readonly revision: number };
  'mail.send': { readonly mailId: string };
}

export type QueueJobName = keyof QueueJobs;

interface QueueJobSettings {
  /** The BullMQ queue it travels in. */
  readonly queue: 'analysis' | 'labs' | 'mail';
  readonly attempts: number;
  /** BullMQ takes steps without one first, then the lowest. */
  readonly priority?: number;
  /** Before the second attempt; doubled before each further one. Half a second where it is not given. */
  readonly backoffMs?: number;
  /** No pause is longer. */
  readonly longestBackoffMs?: number;
  /** After so many attempts in vain the administrators are told, though more follow. */
  readonly toldAfter?: number;
}

export const queueJobSettings: Readonly<Record<QueueJobName, QueueJobSettings>> = {
  'file.analyse': { queue: 'analysis', attempts: 3 },
  // Whoever waits for a new file goes first.
  'file.reanalyse': { queue: 'analysis', attempts: 3, priority: 10 },
  'lab.match': { queue: 'labs', attempts: 5 },
  // A mail server that restarts is asked again soon, one that puts off for hours for as long as the setting says: the step
  // itself knows when a mail is given up.
  'mail.send': {
    ...{ queue: 'mail', attempts: 100_000, backoffMs: 2000 },
    ...{ longestBackoffMs: 15 * 60_000, toldAfter: 8 },
  },
};

/** The pause before the attempt after so many. */
export function backoffOf(name: QueueJobName, attemptsMade: number): number {
  const { backoffMs = 500, longestBackoffMs = Number.POSITIVE_INFINITY } = queueJobSettings[name];
  return Math.min(backoffMs * 2 ** (attemptsMade - 1), longestBackoffMs);
}

/** How many steps of a queue run at once in one process. An analysis fills a core: one at a time. */
export const queueConcurrency = { analysis: 1, labs: 4, mail: 2 } as const;

export const queueJobNames = Object.keys(queueJobSettings) as QueueJobName[];

/** What a step is about, whichever revision asks for it: under this it is kept when every attempt failed. */
export const queueSubjects: { readonly [Name in QueueJobName]: (data: QueueJobs[Name]) => string } = {
  'file.analyse': ({ sha256 }) => `analyse-${sha256}`,
  'file.reanalyse': ({ sha256 }) => `reanalyse-${sha256}`,
  'lab.match': ({ labId }) => `match-${labId}`,
  'mail.send': ({ mailId }) => `mail-${mailId}`,
};

/** The deterministic id under which a step is added: adding it twice adds it once. No colon: BullMQ refuses it. */
export const queueJobIds: { readonly [Name in QueueJobName]: (data: QueueJobs[Name]) => string } = {
  'file.analyse': ({ sha256 }) => `analyse-${sha256}`,
  'file.reanalyse': ({ sha256, version }) => `reanalyse-${sha256}-${version}`,
  'lab.match': ({ labId, revision }) => `match-${labId}-${revision}`,
  'mail.send': ({ mailId }) => `mail-${mailId}`,
};
