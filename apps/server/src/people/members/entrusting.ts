import { labsAllowed } from '@pandafab/domain';
import { Fault, type LabId, type MemberId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { CurrentAccountInfo } from '../../platform/http/access';
import { demandKnown } from './known';
import type { LabsOfMembers } from './labs-of-members';
import type { Member } from './member.entity';

type Trust = Pick<Member, 'guardianId' | 'minorUntil' | 'homeLabId'>;
const FIELDS = ['guardianId', 'minorUntil', 'homeLabId'] as const satisfies (keyof Trust)[];

const isEntrusted = ({ roles }: CurrentAccountInfo, labs: readonly LabId[]): boolean => {
  // An account with the right in all labs also decides for a member for whom no single lab decides.
  const allowed = labsAllowed({ roles, scopes: null }, 'member.entrust');
  return allowed === 'everywhere' || labs.some((labId) => allowed.includes(labId));
};

/**
 * Checks that `account` may change a member's guardian, minority and home lab. A guardian sees the jobs of the ward, so
 * an account that could name any guardian could read data it has no right to.
 * @throws Fault MEMBER.NOT_HOME_LAB, MEMBER.GUARDIAN_ONESELF, MEMBER.GUARDIAN_UNKNOWN
 */
export async function demandMayEntrust(
  labsOfMembers: LabsOfMembers,
  manager: EntityManager,
  account: CurrentAccountInfo,
  member: Member,
  changes: Partial<Trust>,
): Promise<void> {
  const changed = FIELDS.filter((field) => changes[field] !== undefined && changes[field] !== member[field]);
  if (changed.length === 0) return;
  const labs = (await labsOfMembers.entrustedWith(manager, member.id)) ?? [];
  if (!isEntrusted(account, labs)) throw new Fault('MEMBER.NOT_HOME_LAB');
  if (changed.includes('guardianId'))
    await demandMayName(labsOfMembers, manager, account, changes.guardianId ?? null);
}

/** The same for a new member, whose home lab is the lab that registers them. The same faults. */
export async function demandMayEntrustNew(
  labsOfMembers: LabsOfMembers,
  manager: EntityManager,
  account: CurrentAccountInfo,
  { guardianId = null, minorUntil = null, homeLabId = null }: Partial<Trust>,
): Promise<void> {
  if (guardianId === null && minorUntil === null) return;
  if (!isEntrusted(account, homeLabId ? [homeLabId] : [])) throw new Fault('MEMBER.NOT_HOME_LAB');
  await demandMayName(labsOfMembers, manager, account, guardianId);
}

async function demandMayName(
  labsOfMembers: LabsOfMembers,
  manager: EntityManager,
  account: CurrentAccountInfo,
  guardianId: MemberId | null,
): Promise<void> {
  if (guardianId === null) return;
  if (guardianId === account.memberId) throw new Fault('MEMBER.GUARDIAN_ONESELF');
  await demandKnown(labsOfMembers, manager, account, guardianId).catch((fault: unknown) => {
    // The answer must not reveal whether an unknown member exists, is an adult, or is a guardian.
    if (fault instanceof Fault) throw new Fault('MEMBER.GUARDIAN_UNKNOWN');
    throw fault;
  });
}
