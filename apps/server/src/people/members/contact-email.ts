import type { MemberId } from '@pandafab/shared';
import { IsNull } from 'typeorm';
import type { Unit } from '../../platform/persistence/unit';
import { MemberContact } from './member.entity';

/** Stores an address for a member without one, so that staff can reach them, and see if a mail came back. */
export async function noteFirstEmail({ manager }: Unit, memberId: MemberId, email: string): Promise<void> {
  await manager.update(MemberContact, { memberId, email: IsNull() }, { email });
}

/** Replaces a member's address if it is `before`; another address, entered by staff, stays. */
export async function replaceEmail(
  { manager }: Unit,
  memberId: MemberId,
  before: string,
  after: string,
): Promise<void> {
  await manager.update(MemberContact, { memberId, email: before }, { email: after, emailBouncedAt: null });
}
