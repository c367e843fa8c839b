import type { Explanation, MachineAnswer, Reason, Score } from '@pandafab/domain';
import type { JobId, Language, MachineId, Reader } from '@pandafab/shared';
import type { MachineKind } from '../../../network/machines/machine-kind.entity';
import { toIso } from '../../../platform/http/fields';
import type { Job } from '../../jobs/job.entities';
import { payerOf } from '../../jobs/queue/payer';
import { viewWaiting } from '../waiting';
import type { AnswerView, DecisionView } from './why.dto';

/** How an answer is read: in which words, and which other jobs it may name. */
export interface WhyReader {
  readonly language: Language;
  readonly reader: Reader;
  readonly maySee: (jobId: JobId) => boolean;
  readonly kinds: ReadonlyMap<string, MachineKind>;
}

/** Hundredths of an hour are half a minute. */
const hours = (seconds: number): number => Math.round(seconds / 36) / 100 + 0;

const viewScore = ({ fair, age, priority, due, moved, sum }: Score): DecisionView['score'] => ({
  ...{ fairShare: hours(fair), waiting: hours(age), priority: hours(priority), dueDate: hours(due) },
  ...{ moved: hours(moved), sum: hours(sum) },
});

/** Reasons in the reader's words. */
export const viewReasons = (reasons: readonly Reason[], { language, reader, kinds }: WhyReader) =>
  reasons.flatMap((reason) => {
    const inductionKind = reason.code === 'INDUCTION_MISSING' ? (kinds.get(reason.kind) ?? null) : null;
    const machineId = '' as MachineId;
    return viewWaiting([{ machineId, reasons: [reason], inductionKind }], language, reader)[0]?.reasons ?? [];
  });

const NOTHING = { jobId: null, otherMachineId: null, jobs: null, at: null, needsChange: false };

function detailsOf(answer: MachineAnswer, { maySee }: WhyReader): typeof NOTHING | Partial<AnswerView> {
  const seen = (jobId: JobId) => ({ jobId: maySee(jobId) ? jobId : null });
  switch (answer.code) {
    case 'TAKEN':
      return seen(answer.jobId);
    case 'KEPT':
      return { ...seen(answer.jobId), at: toIso(answer.until) };
    case 'EXPECTED':
      return { at: toIso(answer.startAt), needsChange: answer.change };
    case 'OTHERS_FIRST':
      return { jobs: answer.jobs };
    default:
      return 'machineId' in answer ? { otherMachineId: answer.machineId } : {};
  }
}

/** What a machine answers, in the reader's words. */
export const viewAnswer = (
  machineId: MachineId,
  answer: MachineAnswer,
  reasons: readonly Reason[],
  reader: WhyReader,
): AnswerView => ({
  ...{ machineId, code: answer.code, ...NOTHING, ...detailsOf(answer, reader) },
  reasons: viewReasons(reasons, reader),
});

type Whose = Pick<Job, 'memberId' | 'groupId' | 'prestationId'>;

/** The place, the score and the share of a job. */
export function viewDecision(
  found: Pick<Explanation, 'place' | 'of' | 'score' | 'usedSeconds' | 'beforeSeconds'>,
  whose: Whose,
): Omit<DecisionView, 'machines'> {
  const { place, of, score, usedSeconds, beforeSeconds } = found;
  const payer = payerOf(whose).split(':', 1)[0] as DecisionView['share']['payer'];
  return {
    ...{ place, of, score: viewScore(score) },
    share: { payer, usedHours: hours(usedSeconds), beforeHours: hours(beforeSeconds) },
  };
}
