import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newCardCode } from '@pandafab/domain';
import { type AccountId, Fault, type MemberId, newId } from '@pandafab/shared';
import { IsNull } from 'typeorm';
import { Member } from '../../people/members/member.entity';
import { audit } from '../../platform/audit/audit';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { isUniqueViolation } from '../../platform/persistence/unique-violation';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { MemberCard } from './member-card.entity';

/** Cards of one member that work at the same time. */
const MOST_CARDS = 10;

/** The cards by which members are named at a door or at a session. */
@Injectable()
export class CardsService {
  constructor(
    private readonly database: ReadDatabase,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Those of a member, the newest first, with the revoked ones. */
  async list(memberId: MemberId): Promise<MemberCard[]> {
    const order = { createdAt: 'DESC', id: 'DESC' } as const;
    return this.database.of(MemberCard).find({ where: { memberId }, order });
  }

  /** A card of a member that works. @throws Fault REQUEST.NOT_FOUND */
  async get(memberId: MemberId, id: string): Promise<MemberCard> {
    const found = await this.database.of(MemberCard).findOneBy({ id, memberId, revokedAt: IsNull() });
    if (!found) throw new Fault('REQUEST.NOT_FOUND', { path: `/api/v1/members/${memberId}/cards/${id}` });
    return found;
  }

  /**
   * Gives a card to a member. The same scanned card twice gives one card.
   * @param code of another card of the person; undefined: a new one
   * @param replaces a card that is lost
   * @throws Fault MEMBER.UNKNOWN, CARD.CODE_USED, CARD.TOO_MANY {count}
   */
  async give(
    by: AccountId,
    memberId: MemberId,
    { code, replaces }: { code?: string | undefined; replaces?: string | undefined },
  ): Promise<MemberCard> {
    const work = (unit: Unit) => insertCard(unit, by, memberId, code, replaces);
    return this.unitOfWork.run(work).catch((error: unknown) => {
      // Two desks scan the same card for two members at once: the index lets one of them pass.
      throw isUniqueViolation(error) ? new Fault('CARD.CODE_USED') : error;
    });
  }

  /** Does nothing to a card that is revoked already, or that the member does not have. */
  async revoke(memberId: MemberId, id: string): Promise<void> {
    await this.unitOfWork.run((unit) => revokeCard(unit, memberId, id));
  }
}

async function insertCard(
  unit: Unit,
  createdBy: AccountId,
  memberId: MemberId,
  code: string | undefined,
  replaces: string | undefined,
): Promise<MemberCard> {
  const { manager, now: createdAt } = unit;
  if (!(await manager.existsBy(Member, { id: memberId }))) throw new Fault('MEMBER.UNKNOWN');
  if (replaces) await revokeCard(unit, memberId, replaces);
  const same = code === undefined ? null : await manager.findOneBy(MemberCard, { code, revokedAt: IsNull() });
  if (same && same.memberId !== memberId) throw new Fault('CARD.CODE_USED');
  if (same) return same;
  const count = await manager.countBy(MemberCard, { memberId, revokedAt: IsNull() });
  if (count >= MOST_CARDS) throw new Fault('CARD.TOO_MANY', { count });
  const card: MemberCard = {
    ...{ id: newId<string>(), memberId, code: code ?? newCardCode(randomInt) },
    ...{ createdBy, createdAt, revokedAt: null },
  };
  await manager.insert(MemberCard, card);
  const after = { cardId: card.id, ownCode: code === undefined };
  await audit(unit, { action: 'card.given', subject: ['member', memberId], after });
  return card;
}

async function revokeCard(unit: Unit, memberId: MemberId, id: string): Promise<void> {
  const { manager, now: revokedAt } = unit;
  const where = { id, memberId, revokedAt: IsNull() };
  const { affected } = await manager.update(MemberCard, where, { revokedAt });
  if (affected !== 1) return;
  await audit(unit, { action: 'card.revoked', subject: ['member', memberId], before: { cardId: id } });
}
