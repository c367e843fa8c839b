import { labsAllowed } from '@pandafab/domain';
import { Fault, type LabId, type MemberId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import type { CurrentAccountInfo } from '../accounts/access';
import { demandKnown } from './known';
import { labsEntrustedWith } from './labs-of-member';
import type { Member } from './member.entity';

type Trust = Pick<Member, 'guardianId' | 'minorUntil' | 'homeLabId'>;
const FIELDS = ['guardianId', 'minorUntil', 'homeLabId'] as const satisfies (keyof Trust)[];

const isEntrusted = ({ roles }: CurrentAccountInfo, labs: readonly LabId[]): boolean => {
  // Whoever may everywhere decides also for whom no single lab does.
  const allowed = labsAllowed({ roles, scopes: null }, 'member.entrust');
  return allowed === 'everywhere' || labs.some((labId) => allowed.includes(labId));
};

/**
 * May `account` change who answers for a member, until when, and which lab is theirs? A guardian reads what the ward
 * makes: whoever could name one would read what is none of theirs.
 * @throws Fault MEMBER.NOT_HOME_LAB, MEMBER.GUARDIAN_ONESELF, MEMBER.GUARDIAN_UNKNOWN
 */
export async function demandMayEntrust(
  manager: EntityManager,
  account: CurrentAccountInfo,
  member: Member,
  changes: Partial<Trust>,
): Promise<void> {
  const changed = FIELDS.filter((field) => changes[field] !== undefined && changes[field] !== member[field]);
  if (changed.length === 0) return;
  const labs = (await labsEntrustedWith(manager, member.id)) ?? [];
  if (!isEntrusted(account, labs)) throw new Fault('MEMBER.NOT_HOME_LAB');
  if (changed.includes('guardianId')) await demandMayName(manager, account, changes.guardianId ?? null);
}

/** The same of somebody new, who is of the lab that registers them. The same faults. */
export async function demandMayEntrustNew(
  manager: EntityManager,
  account: CurrentAccountInfo,
  { guardianId = null, minorUntil = null, homeLabId = null }: Partial<Trust>,
): Promise<void> {
  if (guardianId === null && minorUntil === null) return;
  if (!isEntrusted(account, homeLabId ? [homeLabId] : [])) throw new Fault('MEMBER.NOT_HOME_LAB');
  await demandMayName(manager, account, guardianId);
}

async function demandMayName(
  manager: EntityManager,
  account: CurrentAccountInfo,
  guardianId: MemberId | null,
): Promise<void> {
  if (guardianId === null) return;
  if (guardianId === account.memberId) throw new Fault('MEMBER.GUARDIAN_ONESELF');
  await demandKnown(manager, account, guardianId).catch((fault: unknown) => {
    // Whether a stranger is there, is of age, or answers for somebody is nothing to find out by naming them.
    if (fault instanceof Fault) throw new Fault('MEMBER.GUARDIAN_UNKNOWN');
    throw fault;
  });
}
