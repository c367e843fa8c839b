import { isAllowed, isAllowedIn, labsAllowed } from '@pandafab/domain';
import { type EntityManager, In } from 'typeorm';
import { MemberContact } from '../../people/members/member.entity';
import type { CurrentAccountInfo } from '../../platform/http/access';
import type { Asked } from '../../platform/search/asked';
import { findBest } from '../../platform/search/find-best';
import type { Found } from '../../platform/search/search-sources';
import { Job } from './job.entities';
import { onlyVisible } from './job-visibility';
import { jobWords } from './job-words';

const PLACE = { key: 'job.id', columns: ['job.foldedFileName'] } as const;

/** Jobs by the names of their files, with the member they are for where the account may know the member. */
export async function findJobs(
  manager: EntityManager,
  account: CurrentAccountInfo,
  asked: Asked,
): Promise<Found[]> {
  if (!isAllowed(account, 'job.read-own')) return [];
  const visible = onlyVisible(manager.createQueryBuilder(Job, 'job'), asked.now, account);
  const best = await findBest(visible, PLACE, asked, whereToLook(account));
  const names = await namesFor(
    manager,
    account,
    best.map(({ row }) => row),
  );
  return best.map(({ row: { id, fileName, memberId, labId, state }, closeness }) => ({
    ...{ id, title: fileName, detail: names.get(memberId) ?? null, labId, state, closeness },
  }));
}

/** A person without a lab sees few jobs, among which those in the index would seldom be. */
function whereToLook(account: CurrentAccountInfo) {
  const labs = labsAllowed(account, 'job.read-any');
  if (labs === 'everywhere') return { index: jobWords };
  if (labs.length === 0) return undefined;
  const own = { where: '"memberId" = :me', parameters: { me: account.memberId } };
  return { index: jobWords, reach: { labs, own } };
}

async function namesFor(manager: EntityManager, account: CurrentAccountInfo, jobs: readonly Job[]) {
  const known = jobs.filter(({ labId }) => isAllowedIn(account, 'member.read-any', labId));
  const memberIds = [...new Set(known.map(({ memberId }) => memberId))];
  const contacts = await manager.findBy(MemberContact, { memberId: In(memberIds) });
  return new Map(contacts.map(({ memberId, displayName }) => [memberId, displayName]));
}
