import { type AccountId, type Instant, type LabId, type MemberId, newId } from '@pandafab/shared';
import { type AuditNote, auditAll } from '../../platform/audit/audit';
import { chunks } from '../../platform/persistence/chunks';
import type { Unit } from '../../platform/persistence/unit';
import { Member, MemberContact, ResidencyVerification } from './member.entity';

/** A member that an import makes. */
export interface NewMember {
  readonly id: MemberId;
  readonly displayName: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly category: string;
  readonly homeLabId: LabId | null;
  readonly guardianId: MemberId | null;
  readonly minorUntil: Instant | null;
  /** The end of validity of the proof of residence. */
  readonly residentUntil: Instant | null;
}

/** Makes the members of an import in large batches: single inserts would block the whole service. */
export async function writeMembers(
  unit: Unit,
  members: readonly NewMember[],
  importId: string,
  importedBy: AccountId,
): Promise<void> {
  const { manager, now } = unit;
  for (const some of chunks(members)) {
    const rows = some.map(({ id, category, homeLabId, minorUntil }) => {
      return { id, category, homeLabId, guardianId: null, minorUntil, importId, createdAt: now };
    });
    await manager.insert(Member, rows);
    const contacts = some.map(({ id, displayName, email, phone }) => {
      return { memberId: id, displayName, email, emailBouncedAt: null, phone };
    });
    await manager.insert(MemberContact, contacts);
    const residents = some.flatMap(({ id, residentUntil }) => {
      if (residentUntil === null) return [];
      const seen = { verifiedBy: importedBy, verifiedAt: now, validUntil: residentUntil };
      return [{ id: newId<string>(), memberId: id, ...seen, withdrawnBy: null, withdrawnAt: null }];
    });
    if (residents.length > 0) await manager.insert(ResidencyVerification, residents);
    await auditAll(
      unit,
      some.flatMap((member) => notesOf(member, importId)),
    );
  }
  // A guardian may be on a later line than the ward.
  for (const { id, guardianId } of members)
    if (guardianId !== null) await manager.update(Member, { id }, { guardianId });
}

function notesOf(member: NewMember, importId: string): AuditNote[] {
  const { id, category, homeLabId, guardianId, minorUntil, displayName, email, phone } = member;
  const subject = ['member', id] as const;
  const registered: AuditNote = {
    action: 'member.registered',
    ...{ subject, labId: homeLabId },
    after: { category, homeLabId, guardianId, minorUntil, importId },
    personal: { memberId: id, after: { displayName, email, phone } },
  };
  if (member.residentUntil === null) return [registered];
  const after = { validUntil: member.residentUntil };
  return [registered, { action: 'residency.verified', subject, labId: homeLabId, after }];
}
