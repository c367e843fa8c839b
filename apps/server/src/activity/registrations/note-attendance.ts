import { type Attendance, isAllowedIn } from '@pandafab/domain';
import { Fault, type MemberId } from '@pandafab/shared';
import { requestMatchingOfKind } from '../../network/machines/request-matching-of-kind';
import { grantInduction, withdrawInduction } from '../../people/inductions/grant-induction';
import { Induction } from '../../people/inductions/induction.entities';
import { holdMembers } from '../../people/members/hold-members';
import { Member } from '../../people/members/member.entity';
import { audit } from '../../platform/audit/audit';
import type { CurrentAccountInfo } from '../../platform/http/access';
import type { Unit } from '../../platform/persistence/unit';
import type { Session } from '../sessions/session.entities';
import { subjectOf } from '../sessions/session-links';
import { demandPerson } from './find-registration';
import { holdRegistrations } from './hold-registrations';
import { Registration } from './registration.entities';

/** What became of the induction in the same step. `kept`: the person who takes attendance back may not withdraw it. */
export const INDUCTION_OUTCOMES = [
  'granted',
  'held-already',
  'not-yours-to-give',
  'withdrawn',
  'kept',
] as const;
export type InductionOutcome = (typeof INDUCTION_OUTCOMES)[number];

export interface AttendanceNote {
  /** Null takes a note back. */
  readonly attendance: Attendance | null;
  readonly grantInduction: boolean;
  /** Null: the induction has no end. */
  readonly inductionUntil: number | null;
}

/** In the list of the member's inductions. */
const TAKEN_BACK = 'Présence annulée';

/** Locks what `noteAttendance` writes, in the order of all locks: members, labs, registrations. */
export async function holdAttendance(unit: Unit, inductionKind: string | null): Promise<void> {
  if (inductionKind !== null) {
    await holdMembers(unit);
    await requestMatchingOfKind(unit, inductionKind);
  }
  await holdRegistrations(unit);
}

/**
 * Notes whether a person came, with their category on that day; the session's induction is given in the same step, once.
 * Taking the note back withdraws it. Call it with `holdAttendance`.
 * @throws Fault REGISTRATION.ERASED, REGISTRATION.CANCELLED, INDUCTION.PAST
 */
export async function noteAttendance(
  unit: Unit,
  account: CurrentAccountInfo,
  session: Session,
  row: Registration,
  note: AttendanceNote,
): Promise<{ readonly row: Registration; readonly induction: InductionOutcome | null }> {
  const { manager, now } = unit;
  demandPerson(row);
  if (row.state === 'cancelled') throw new Fault('REGISTRATION.CANCELLED');
  const { attendance } = note;
  const given = await inductionStep(unit, account, session, row, note);
  const isSame = row.attendance === attendance && given.inductionId === row.inductionId;
  if (isSame) return { row, induction: given.outcome };
  const { category } = await manager.findOneByOrFail(Member, { id: row.memberId });
  const marked = attendance === null ? null : { by: account.accountId, at: now };
  const after = {
    // A person of the waiting list who is there has been let in.
    state: attendance === 'present' ? ('registered' as const) : row.state,
    ...{ attendance, markedBy: marked?.by ?? null, markedAt: marked?.at ?? null },
    ...{ category: attendance === null ? null : category, inductionId: given.inductionId },
  };
  await manager.update(Registration, { id: row.id }, after);
  const entry = { action: 'registration.attendance', ...subjectOf(session) } as const;
  await audit(unit, {
    ...entry,
    before: { attendance: row.attendance },
    after: { registrationId: row.id, memberId: row.memberId, attendance },
  });
  unit.touch(session.labId);
  return { row: { ...row, ...after }, induction: given.outcome };
}

interface Given {
  readonly inductionId: string | null;
  readonly outcome: InductionOutcome | null;
}

async function inductionStep(
  unit: Unit,
  account: CurrentAccountInfo,
  session: Session,
  row: Registration & { readonly memberId: MemberId },
  { attendance, grantInduction: wanted, inductionUntil }: AttendanceNote,
): Promise<Given> {
  const { inductionKind: kind, labId } = session;
  const { inductionId } = row;
  if (attendance !== 'present')
    return inductionId === null
      ? { inductionId, outcome: null }
      : takeBack(unit, account, session, inductionId);
  if (kind === null || !wanted || inductionId !== null) return { inductionId, outcome: null };
  if (!isAllowedIn(account, 'induction.grant', labId) || row.memberId === account.memberId)
    return { inductionId, outcome: 'not-yours-to-give' };
  const given = { kind, labId, validUntil: inductionUntil };
  const { induction, isNew } = await grantInduction(unit, account, row.memberId, given);
  return isNew
    ? { inductionId: induction.id, outcome: 'granted' }
    : { inductionId: null, outcome: 'held-already' };
}

async function takeBack(
  unit: Unit,
  account: CurrentAccountInfo,
  { labId }: Session,
  inductionId: string,
): Promise<Given> {
  const induction = await unit.manager.findOneBy(Induction, { id: inductionId });
  if (!induction || induction.withdrawnAt !== null) return { inductionId: null, outcome: null };
  if (!isAllowedIn(account, 'induction.grant', labId)) return { inductionId, outcome: 'kept' };
  await withdrawInduction(unit, account, inductionId, TAKEN_BACK);
  return { inductionId: null, outcome: 'withdrawn' };
}
