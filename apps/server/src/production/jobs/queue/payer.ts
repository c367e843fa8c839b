import type { Job } from '../job.entities';

type Whose = Pick<Job, 'memberId' | 'groupId' | 'prestationId'>;

/** Who shares a fair share: a client order, a group, or the member. */
export function payerOf({ memberId, groupId, prestationId }: Whose): string {
  if (prestationId) return `prestation:${prestationId}`;
  return groupId ? `group:${groupId}` : `member:${memberId}`;
}
