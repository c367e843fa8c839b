import type { ApprovalReason } from '@pandafab/domain';
import type { FaultDetails } from '@pandafab/shared';
import type { Job } from '../job.entities';

interface Cause {
  readonly code: string;
  readonly details: FaultDetails;
}

/** A reason as a cause that has sentences. */
export function approvalCause(reason: ApprovalReason): Cause {
  const { code, ...details } = reason;
  if (reason.code !== 'COSTLY') return { code: `JOB.APPROVAL_${code}`, details };
  const { cents, limitCents } = reason;
  return { code: 'JOB.APPROVAL_COSTLY', details: { euros: cents / 100, limitEuros: limitCents / 100 } };
}

/** Why approval is, or was, asked for; or why it was not asked for although the lab has rules. */
export function approvalCauses({
  approval,
  approvalReasons,
}: Pick<Job, 'approval' | 'approvalReasons'>): Cause[] {
  if (approval === 'given' && approvalReasons === null)
    return [{ code: 'JOB.SUBMITTED_BY_STAFF', details: {} }];
  return (approvalReasons ?? []).map(approvalCause);
}
