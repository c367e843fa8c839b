import type { MemberId } from '@pandafab/shared';
import { type EntityManager, IsNull } from 'typeorm';
import { MemberCard } from './member-card.entity';

/** The member whose card has this code; undefined when no card has it, or when it is revoked. */
export async function memberOfCard(manager: EntityManager, code: string): Promise<MemberId | undefined> {
  const card = await manager.findOneBy(MemberCard, { code, revokedAt: IsNull() });
  return card?.memberId;
}
