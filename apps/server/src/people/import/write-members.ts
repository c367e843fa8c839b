import type { AccountId, Clock } from '@pandafab/shared';
import { newId } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { type AuditNote, auditAll } from '../../audit/audit';
import { Member, MemberContact, ResidencyVerification } from '../member.entity';
import type { NewMember } from './check-file';
import { chunks } from './surroundings';

/** Makes the members of an import, as many with each query as it takes: one by one would hold up the whole service. */
export async function writeMembers(
  manager: EntityManager,
  clock: Clock,
  members: readonly NewMember[],
  importId: string,
  importedBy: AccountId,
): Promise<void> {
  const now = clock.now();
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
      manager,
      clock,
      some.flatMap((member) => notesOf(member, importId)),
    );
  }
  // A guardian may stand on a later line than the ward.
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
