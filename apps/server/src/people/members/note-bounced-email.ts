import type { MemberId } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import { MemberContact } from './member.entity';

/** Records that a mail to this address came back. Staff see it next to the member's contact data. */
export async function noteBouncedEmail(unit: Unit, memberId: MemberId, email: string): Promise<void> {
  await unit.manager.update(MemberContact, { memberId, email }, { emailBouncedAt: unit.now });
}
