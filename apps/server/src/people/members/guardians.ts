import { Fault, type Instant, type MemberId } from '@pandafab/shared';
import { type EntityManager, MoreThan } from 'typeorm';
import type { Unit } from '../../platform/persistence/unit';
import { holdMembers } from './hold-members';
import { Member } from './member.entity';

type Guarded = Pick<Member, 'id' | 'guardianId' | 'minorUntil'>;

export const isMinor = ({ minorUntil }: Pick<Member, 'minorUntil'>, now: Instant): boolean =>
  minorUntil !== null && minorUntil > now;

/**
 * Checks the guardian of a member's new data. Call it before the row is written.
 * @throws Fault MEMBER.GUARDIAN_MISSING, MEMBER.GUARDIAN_UNKNOWN, MEMBER.GUARDIAN_MINOR, MEMBER.GUARDIAN_CIRCLE
 */
export async function demandGuardian(unit: Unit, member: Guarded): Promise<void> {
  const { manager, now } = unit;
  const minor = isMinor(member, now);
  if (member.guardianId === null && !minor) return;
  await holdMembers(unit);
  if (minor && (await manager.existsBy(Member, { guardianId: member.id })))
    throw new Fault('MEMBER.GUARDIAN_MINOR');
  if (member.guardianId === null) throw new Fault('MEMBER.GUARDIAN_MISSING');
  await demandNoCircle(manager, member.id, member.guardianId);
  const guardian = await manager.findOneBy(Member, { id: member.guardianId });
  if (!guardian) throw new Fault('MEMBER.GUARDIAN_UNKNOWN');
  if (isMinor(guardian, now)) throw new Fault('MEMBER.GUARDIAN_MINOR');
}

/** Walks up from the guardian. A circle without the member, possible in old data, also ends the walk. */
async function demandNoCircle(manager: EntityManager, id: MemberId, guardianId: MemberId): Promise<void> {
  const met = new Set<MemberId>();
  let next: MemberId | null = guardianId;
  while (next !== null && !met.has(next)) {
    if (next === id) throw new Fault('MEMBER.GUARDIAN_CIRCLE');
    met.add(next);
    const above: Member | null = await manager.findOneBy(Member, { id: next });
    next = above?.guardianId ?? null;
  }
}

/** The minors whose guardian a member is; this ends when they come of age. */
export const wardsOf = (manager: EntityManager, guardianId: MemberId, now: Instant): Promise<Member[]> =>
  manager.find(Member, { where: { guardianId, minorUntil: MoreThan(now) }, order: { id: 'ASC' } });
