import { Injectable } from '@nestjs/common';
import { labDayOf, type VisitorPublic, type VisitPurpose } from '@pandafab/domain';
import { Fault, type LabId, type MemberId, type VisitId } from '@pandafab/shared';
import { type EntityManager, IsNull, LessThanOrEqual, Not } from 'typeorm';
import { Member } from '../../people/members/member.entity';
import { audit } from '../../platform/audit/audit';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { memberOfCard } from '../cards/member-of-card';
import type { CountedBy } from './counted-by';
import { demandCountedAt, findLab } from './find-lab';
import { Visit } from './visit.entities';

export interface NewVisit {
  readonly key: VisitId;
  readonly at?: number | undefined;
  readonly public: VisitorPublic;
  readonly purpose: VisitPurpose;
  readonly people: number;
  readonly memberId?: MemberId | undefined;
  readonly cardCode?: string | undefined;
}
export interface CountedVisit {
  readonly visit: Visit;
  /** This member was counted in this lab on the same day before. */
  readonly alreadyToday: boolean;
}

/** Counts people who come through the door. */
@Injectable()
export class VisitsService {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /**
   * Counts a visit. The same key again changes nothing: a second tap, or a repeated request over a flaky network. The
   * row itself says who counted it; the audit trail has no entry for it.
   * @throws Fault LAB.UNKNOWN, MEMBER.UNKNOWN, CARD.UNKNOWN, VISIT.FUTURE, VISIT.TOO_OLD {days}, VISIT.KEY_USED
   */
  count(labId: LabId, by: CountedBy, asked: NewVisit): Promise<CountedVisit> {
    return this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const { timeZone } = await findLab(manager, labId);
      const known = await manager.findOneBy(Visit, { id: asked.key });
      if (!known) await insertOnce(unit, await rowOf(unit, labId, timeZone, by, asked));
      const visit = await manager.findOneByOrFail(Visit, { id: asked.key });
      const isSame =
        visit.labId === labId && visit.kioskId === by.kioskId && visit.accountId === by.accountId;
      if (!isSame) throw new Fault('VISIT.KEY_USED');
      return { visit, alreadyToday: await wasThere(manager, visit) };
    });
  }

  /**
   * Undoes a visit that was counted by mistake, on its own day. Idempotent.
   * @throws Fault LAB.UNKNOWN, VISIT.UNKNOWN, VISIT.OTHER_DAY
   */
  async undo(labId: LabId, id: VisitId): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const visit = await unit.manager.findOneBy(Visit, { id, labId });
      if (!visit) throw new Fault('VISIT.UNKNOWN');
      await undoVisit(unit, visit);
    });
  }

  /**
   * The same for a tablet: only its own last one. Idempotent.
   * @throws Fault LAB.UNKNOWN, VISIT.UNKNOWN, VISIT.NOT_LAST, VISIT.OTHER_DAY
   */
  async undoLast(kioskId: string, id: VisitId): Promise<void> {
    await this.unitOfWork.run(async (unit) => {
      const { manager } = unit;
      const visit = await manager.findOneBy(Visit, { id, kioskId });
      if (!visit) throw new Fault('VISIT.UNKNOWN');
      if (visit.undoneAt !== null) return;
      const [last] = await manager.find(Visit, {
        ...{ where: { kioskId, undoneAt: IsNull() }, order: { at: 'DESC', id: 'DESC' }, take: 1 },
      });
      if (last?.id !== id) throw new Fault('VISIT.NOT_LAST');
      await undoVisit(unit, visit);
    });
  }
}

async function rowOf(
  { manager, now }: Unit,
  labId: LabId,
  timeZone: string,
  by: CountedBy,
  { key: id, people, purpose, ...asked }: NewVisit,
): Promise<Visit> {
  const at = demandCountedAt(asked.at, now);
  const memberId = await memberIdOf(manager, asked);
  const member = memberId === null ? null : await manager.findOneBy(Member, { id: memberId });
  if (memberId !== null && !member) throw new Fault('MEMBER.UNKNOWN');
  return {
    ...{ id, labId, at, day: labDayOf(at, timeZone), public: asked.public, purpose, people },
    ...{ memberId, category: member?.category ?? null, ...by, undoneAt: null },
  };
}

/** @throws Fault CARD.UNKNOWN, also for a card that is revoked */
async function memberIdOf(
  manager: EntityManager,
  { memberId, cardCode }: Pick<NewVisit, 'memberId' | 'cardCode'>,
): Promise<MemberId | null> {
  if (memberId) return memberId;
  if (cardCode === undefined) return null;
  const found = await memberOfCard(manager, cardCode);
  if (!found) throw new Fault('CARD.UNKNOWN');
  return found;
}

/** Two requests with the same key at once: the later one waits, and then finds the row. */
const insertOnce = ({ manager }: Unit, visit: Visit) =>
  manager.createQueryBuilder().insert().into(Visit).values(visit).orIgnore().execute();

async function wasThere(manager: EntityManager, { id, labId, memberId, day, at }: Visit): Promise<boolean> {
  if (memberId === null) return false;
  const where = { labId, memberId, day, undoneAt: IsNull(), at: LessThanOrEqual(at), id: Not(id) };
  return manager.existsBy(Visit, where);
}

async function undoVisit(unit: Unit, { id, labId, day, kioskId, people }: Visit): Promise<void> {
  const { manager, now: undoneAt } = unit;
  const { timeZone } = await findLab(manager, labId);
  if (day !== labDayOf(undoneAt, timeZone)) throw new Fault('VISIT.OTHER_DAY');
  const { affected } = await manager.update(Visit, { id, undoneAt: IsNull() }, { undoneAt });
  if (affected !== 1) return;
  await audit(unit, { action: 'visit.undone', subject: ['visit', id], labId, before: { kioskId, people } });
}
