import { Injectable } from '@nestjs/common';
import { type AccountId, Fault, type FaultCode, type MemberId } from '@pandafab/shared';
import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { audit } from '../../platform/audit/audit';
import { AuditEntry } from '../../platform/audit/audit.entities';
import { chunks } from '../../platform/persistence/chunks';
import type { Unit } from '../../platform/persistence/unit';
import { UnitOfWork } from '../../platform/persistence/unit-of-work';
import { holdMembers } from '../members/hold-members';
import { Member, MemberContact } from '../members/member.entity';
import { removeMembers } from '../members/remove-members';
import { ImportHolds } from './import-holds';
import { MemberImport } from './member-import.entity';

/** The audit actions that an import itself writes for its members. */
const OF_IMPORT = ['member.registered', 'residency.verified'];

export interface Undone {
  readonly removed: number;
  readonly kept: readonly {
    readonly id: MemberId;
    readonly displayName: string;
    readonly why: FaultCode[];
  }[];
}
type Reasons = Map<MemberId, Set<FaultCode>>;

/** Removes the members that an import made, except those who were changed or used since. */
@Injectable()
export class UndoImportService {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly holds: ImportHolds,
  ) {}

  /** Idempotent. @throws Fault IMPORT.UNKNOWN. */
  undo(id: string, undoneBy: AccountId): Promise<Undone> {
    return this.unitOfWork.run(async (unit) => {
      const { manager, now: undoneAt } = unit;
      const { affected } = await manager.update(
        MemberImport,
        { id, undoneAt: IsNull() },
        { undoneBy, undoneAt },
      );
      if (!affected && !(await manager.existsBy(MemberImport, { id }))) throw new Fault('IMPORT.UNKNOWN');
      const members = await this.hold(unit, id);
      const reasons = await reasonsToKeep(manager, this.holds, id, members);
      const gone = affected ? members.filter((member) => !reasons.has(member.id)) : [];
      await removeMembers(
        unit,
        gone.map((member) => member.id),
      );
      const kept = await describe(manager, reasons);
      const after = { removed: gone.length, kept: kept.length };
      if (affected) await audit(unit, { action: 'import.undone', subject: ['import', id], after });
      return { removed: gone.length, kept };
    });
  }

  /** Locks the members, so that on PostgreSQL no other unit of work uses a member who is about to be removed. */
  private async hold(unit: Unit, importId: string): Promise<Member[]> {
    const { manager } = unit;
    await holdMembers(unit);
    const isPostgres = manager.connection.options.type === 'postgres';
    const lock = isPostgres ? ({ lock: { mode: 'pessimistic_write' } } as const) : {};
    return manager.find(Member, { where: { importId }, ...lock });
  }
}

async function reasonsToKeep(
  manager: EntityManager,
  holds: ImportHolds,
  importId: string,
  members: readonly Member[],
): Promise<Reasons> {
  const reasons: Reasons = new Map();
  const add = (id: MemberId, why: FaultCode) => reasons.set(id, (reasons.get(id) ?? new Set()).add(why));
  for (const [why, entity] of holds.all()) {
    const rows = await manager
      .createQueryBuilder(entity, 'sign')
      .select('DISTINCT sign.memberId', 'memberId')
      .innerJoin(Member, 'member', 'member.id = sign.memberId')
      .where('member.importId = :importId', { importId })
      .getRawMany<{ memberId: MemberId }>();
    for (const { memberId } of rows) add(memberId, why);
  }
  for (const some of chunks(members.map(({ id }) => id))) {
    const others = { subjectKind: 'member', subjectId: In(some), action: Not(In(OF_IMPORT)) };
    for (const { subjectId } of await manager.findBy(AuditEntry, others))
      add(subjectId as MemberId, 'IMPORT.KEPT_CHANGED');
    // Verified after the import, for a member whose line had no proof of residence.
    const verified = { subjectKind: 'member', subjectId: In(some), action: 'residency.verified' };
    const notes = await manager.findBy(AuditEntry, verified);
    const registered = await manager.findBy(AuditEntry, { ...verified, action: 'member.registered' });
    const requests = new Map(registered.map(({ subjectId, requestId }) => [subjectId, requestId]));
    for (const { subjectId, requestId } of notes)
      if (requests.get(subjectId) !== requestId) add(subjectId as MemberId, 'IMPORT.KEPT_RESIDENCY');
  }
  await keepGuardians(manager, members, reasons, add);
  return reasons;
}

/** The guardian of a member who stays also stays, and so does that guardian's guardian. */
async function keepGuardians(
  manager: EntityManager,
  members: readonly Member[],
  reasons: Reasons,
  add: (id: MemberId, why: FaultCode) => void,
): Promise<void> {
  const wards: Member[] = [];
  for (const some of chunks(members.map(({ id }) => id)))
    wards.push(...(await manager.findBy(Member, { guardianId: In(some) })));
  const ours = new Set(members.map(({ id }) => id));
  const stays = (id: MemberId) => !ours.has(id) || reasons.has(id);
  const pending = () =>
    wards.filter(({ id, guardianId }) => {
      return guardianId !== null && stays(id) && !reasons.get(guardianId)?.has('IMPORT.KEPT_GUARDIAN');
    });
  for (let found = pending(); found.length > 0; found = pending())
    for (const { guardianId } of found) if (guardianId) add(guardianId, 'IMPORT.KEPT_GUARDIAN');
}

async function describe(manager: EntityManager, reasons: Reasons): Promise<Undone['kept']> {
  const kept: { id: MemberId; displayName: string; why: FaultCode[] }[] = [];
  for (const some of chunks([...reasons.keys()]))
    for (const { memberId, displayName } of await manager.findBy(MemberContact, { memberId: In(some) }))
      kept.push({ id: memberId, displayName, why: [...(reasons.get(memberId) ?? [])] });
  return kept.sort((a, b) => a.displayName.localeCompare(b.displayName, 'fr'));
}
