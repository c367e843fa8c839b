import { Fault, type LabId, type MemberId, newId } from '@pandafab/shared';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Lab } from '../../network/labs/lab.entity';
import { demandKind } from '../../network/machines/demand-kind';
import { requestMatchingOfKind } from '../../network/machines/request-matching-of-kind';
import { audit } from '../../platform/audit/audit';
import { type CurrentAccountInfo, demandIn } from '../../platform/http/access';
import type { Unit } from '../../platform/persistence/unit';
import { holdMembers } from '../members/hold-members';
import { Member } from '../members/member.entity';
import { Induction } from './induction.entities';

export interface NewInduction {
  readonly kind: string;
  readonly labId: LabId;
  /** Null: no expiry. */
  readonly validUntil?: number | null | undefined;
}

const isAdministrator = ({ roles }: CurrentAccountInfo): boolean =>
  roles.some(({ role }) => role === 'administrator');

/**
 * Gives an induction in one of the trainer's labs; it is valid in every lab. Given again in that lab, it changes
 * nothing, except that another end date replaces the present one: a withdrawal then leaves no second induction.
 * @returns the induction, and whether it is new
 * @throws Fault AUTH.OTHER_LAB, MEMBER.UNKNOWN, LAB.UNKNOWN, MACHINE.UNKNOWN_KIND, INDUCTION.PAST, INDUCTION.SELF
 */
export async function grantInduction(
  unit: Unit,
  trainer: CurrentAccountInfo,
  memberId: MemberId,
  { kind, labId, validUntil = null }: NewInduction,
): Promise<{ readonly induction: Induction; readonly isNew: boolean }> {
  const { manager, now: grantedAt } = unit;
  demandIn(trainer, 'induction.grant', labId);
  if (memberId === trainer.memberId && !isAdministrator(trainer)) throw new Fault('INDUCTION.SELF');
  if (validUntil !== null && validUntil <= grantedAt) throw new Fault('INDUCTION.PAST');
  const given = { grantedBy: trainer.accountId, grantedAt, validUntil };
  const notWithdrawn = { withdrawnBy: null, withdrawnAt: null, withdrawnReason: null };
  const induction: Induction = { id: newId<string>(), memberId, kind, labId, ...given, ...notWithdrawn };
  if (!(await manager.existsBy(Member, { id: memberId }))) throw new Fault('MEMBER.UNKNOWN');
  if (!(await manager.existsBy(Lab, { id: labId }))) throw new Fault('LAB.UNKNOWN');
  await demandKind(manager, kind);
  // Of two concurrent requests, the second must see the induction that the first one gave.
  await holdMembers(unit);
  const inForce = await inForceOf(manager, induction);
  const same = inForce.find((each) => each.validUntil === validUntil);
  if (same) return { induction: same, isNew: false };
  const ids = inForce.map(({ id }) => id);
  if (ids.length > 0) await manager.update(Induction, { id: In(ids) }, { validUntil: grantedAt });
  await manager.insert(Induction, induction);
  await audit(unit, {
    ...{ action: 'induction.granted', subject: ['induction', induction.id], labId },
    after: { memberId, kind, validUntil },
  });
  await requestMatchingOfKind(unit, kind);
  return { induction, isNew: true };
}

/**
 * Withdraws an induction; its row stays. Inductions of the same kind from other labs stay valid.
 * @throws Fault INDUCTION.UNKNOWN, AUTH.OTHER_LAB, INDUCTION.WITHDRAWN
 */
export async function withdrawInduction(
  unit: Unit,
  trainer: CurrentAccountInfo,
  id: string,
  reason: string,
): Promise<Induction> {
  const { manager, now } = unit;
  const induction = await manager.findOneBy(Induction, { id });
  if (!induction) throw new Fault('INDUCTION.UNKNOWN');
  const { memberId, kind, labId } = induction;
  demandIn(trainer, 'induction.grant', labId);
  const withdrawn = { withdrawnBy: trainer.accountId, withdrawnAt: now, withdrawnReason: reason };
  // Compare-and-set: of two concurrent withdrawals, the reason of the first one is kept.
  const { affected } = await manager.update(Induction, { id, withdrawnAt: IsNull() }, withdrawn);
  if (affected !== 1) throw new Fault('INDUCTION.WITHDRAWN');
  await audit(unit, {
    ...{ action: 'induction.withdrawn', subject: ['induction', id], labId, before: { memberId, kind } },
    personal: { memberId, after: { reason } },
  });
  await requestMatchingOfKind(unit, kind);
  return { ...induction, ...withdrawn };
}

/** The valid induction that this lab gave the member for this kind. */
async function inForceOf(
  manager: EntityManager,
  { memberId, kind, labId, grantedAt }: Induction,
): Promise<Induction[]> {
  const given = await manager.findBy(Induction, { memberId, kind, labId, withdrawnAt: IsNull() });
  return given.filter(({ validUntil }) => validUntil === null || validUntil > grantedAt);
}
