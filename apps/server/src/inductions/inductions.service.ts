import { Inject, Injectable } from '@nestjs/common';
import { type Clock, Fault, type LabId, type MemberId, newId } from '@pandafab/shared';
import { type EntityManager, In, IsNull } from 'typeorm';
import { type CurrentAccountInfo, demandIn } from '../accounts/access';
import { audit } from '../audit/audit';
import { CLOCK } from '../config';
import { Lab } from '../labs/lab.entity';
import { holdMembers } from '../people/hold-members';
import { Member } from '../people/member.entity';
import { ReadDatabase } from '../persistence/read-database';
import { UnitOfWork } from '../persistence/unit-of-work';
import { demandKind } from './demand-kind';
import { Induction } from './induction.entities';
import { raiseMatchesOfKind } from './raise-matches-of-kind';

export interface NewInduction {
  readonly kind: string;
  readonly labId: LabId;
  /** Null: for good. */
  readonly validUntil?: number | null | undefined;
}

const isAdministrator = ({ roles }: CurrentAccountInfo): boolean =>
  roles.some(({ role }) => role === 'administrator');

/** Who may use which kind of machine. */
@Injectable()
export class InductionsService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
    private readonly read: ReadDatabase,
  ) {}

  /** All of a member's, the latest first: also those that ended or were withdrawn. @throws Fault MEMBER.UNKNOWN */
  async list(memberId: MemberId): Promise<Induction[]> {
    if (!(await this.read.of(Member).existsBy({ id: memberId }))) throw new Fault('MEMBER.UNKNOWN');
    return this.read.of(Induction).find({ where: { memberId }, order: { grantedAt: 'DESC', id: 'DESC' } });
  }

  /**
   * Gives one in a lab of the trainer's; it holds in every lab. Given again in that lab, a click too many changes nothing,
   * and another end takes the place of the one that stands: who withdraws it finds no second one behind it.
   * @throws Fault AUTH.OTHER_LAB, MEMBER.UNKNOWN, LAB.UNKNOWN, MACHINE.UNKNOWN_KIND, INDUCTION.PAST, INDUCTION.SELF
   */
  async grant(
    trainer: CurrentAccountInfo,
    memberId: MemberId,
    { kind, labId, validUntil = null }: NewInduction,
  ): Promise<Induction> {
    demandIn(trainer, 'induction.grant', labId);
    if (memberId === trainer.memberId && !isAdministrator(trainer)) throw new Fault('INDUCTION.SELF');
    const grantedAt = this.clock.now();
    if (validUntil !== null && validUntil <= grantedAt) throw new Fault('INDUCTION.PAST');
    const given = { grantedBy: trainer.accountId, grantedAt, validUntil };
    const stands = { withdrawnBy: null, withdrawnAt: null, withdrawnReason: null };
    const induction: Induction = { id: newId<string>(), memberId, kind, labId, ...given, ...stands };
    return this.unitOfWork.run(async (manager) => {
      if (!(await manager.existsBy(Member, { id: memberId }))) throw new Fault('MEMBER.UNKNOWN');
      if (!(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
      await demandKind(manager, kind);
      // Of two clicks at once the second has to see what the first one gave.
      await holdMembers(manager);
      const standing = await standingOf(manager, induction);
      const same = standing.find((each) => each.validUntil === validUntil);
      if (same) return same;
      const ids = standing.map(({ id }) => id);
      if (ids.length > 0) await manager.update(Induction, { id: In(ids) }, { validUntil: grantedAt });
      await manager.insert(Induction, induction);
      await audit(manager, this.clock, {
        action: 'induction.granted',
        subject: ['induction', induction.id],
        labId,
        after: { memberId, kind, validUntil },
      });
      await raiseMatchesOfKind(manager, this.clock, kind);
      return induction;
    });
  }

  /**
   * Takes one back; it stays on record. Those of its kind that other labs gave go on holding.
   * @throws Fault INDUCTION.UNKNOWN, AUTH.OTHER_LAB, INDUCTION.WITHDRAWN
   */
  withdraw(trainer: CurrentAccountInfo, id: string, reason: string): Promise<Induction> {
    return this.unitOfWork.run(async (manager) => {
      const induction = await manager.findOneBy(Induction, { id });
      if (!induction) throw new Fault('INDUCTION.UNKNOWN');
      const { memberId, kind, labId } = induction;
      demandIn(trainer, 'induction.grant', labId);
      const withdrawn = {
        withdrawnBy: trainer.accountId,
        withdrawnAt: this.clock.now(),
        withdrawnReason: reason,
      };
      // Compare and set: of two who withdraw it at once, the first one's reason stands.
      const { affected } = await manager.update(Induction, { id, withdrawnAt: IsNull() }, withdrawn);
      if (affected !== 1) throw new Fault('INDUCTION.WITHDRAWN');
      await audit(manager, this.clock, {
        action: 'induction.withdrawn',
        subject: ['induction', id],
        labId,
        before: { memberId, kind },
        personal: { memberId, after: { reason } },
      });
      await raiseMatchesOfKind(manager, this.clock, kind);
      return { ...induction, ...withdrawn };
    });
  }
}

/** What this lab gave the member for this kind, and still holds. */
async function standingOf(
  manager: EntityManager,
  { memberId, kind, labId, grantedAt }: Induction,
): Promise<Induction[]> {
  const given = await manager.findBy(Induction, { memberId, kind, labId, withdrawnAt: IsNull() });
  return given.filter(({ validUntil }) => validUntil === null || validUntil > grantedAt);
}
