import { Inject, Injectable } from '@nestjs/common';
import { type AccountId, type Clock, Fault, type FaultCode, type MemberId } from '@pandafab/shared';
import { type EntityManager, type EntityTarget, In, IsNull, Not } from 'typeorm';
import { Account } from '../../accounts/account.entity';
import { AccountCode } from '../../accounts/account-code.entity';
import { audit } from '../../audit/audit';
import { AuditEntry, AuditPersonalDetail } from '../../audit/audit.entities';
import { UsageRecord } from '../../billing/usage/usage-record.entity';
import { CLOCK } from '../../config';
import { Induction } from '../../inductions/induction.entities';
import { Batch, Job } from '../../jobs/job.entities';
import { Mail } from '../../mail/mail.entity';
import { UnitOfWork } from '../../persistence/unit-of-work';
import { GroupPerson } from '../group.entities';
import { holdMembers } from '../hold-members';
import {
  Member,
  MemberBillingIdentity,
  MemberContact,
  MemberProfile,
  ResidencyVerification,
} from '../member.entity';
import { MemberImport } from '../member-import.entity';
import { chunks } from './surroundings';

/** Rows that something has happened by, and how that is said. */
const SIGNS: readonly (readonly [FaultCode, EntityTarget<{ memberId: MemberId | null }>])[] = [
  ['IMPORT.KEPT_ACCOUNT', Account],
  ['IMPORT.KEPT_ACCOUNT', AccountCode],
  ['IMPORT.KEPT_ACCOUNT', Mail],
  ['IMPORT.KEPT_JOB', Batch],
  ['IMPORT.KEPT_JOB', Job],
  ['IMPORT.KEPT_JOB', UsageRecord],
  ['IMPORT.KEPT_INDUCTION', Induction],
  ['IMPORT.KEPT_GROUP', GroupPerson],
  ['IMPORT.KEPT_CHANGED', MemberBillingIdentity],
  ['IMPORT.KEPT_CHANGED', MemberProfile],
];
/** What an import itself writes into the audit trail of its members. */
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

/** Takes back what an import made, as far as nothing has happened with it since. */
@Injectable()
export class UndoImportService {
  constructor(
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Undone twice, it changes nothing. @throws Fault IMPORT.UNKNOWN. */
  undo(id: string, undoneBy: AccountId): Promise<Undone> {
    return this.unitOfWork.run(async (manager) => {
      const undoneAt = this.clock.now();
      const { affected } = await manager.update(
        MemberImport,
        { id, undoneAt: IsNull() },
        { undoneBy, undoneAt },
      );
      if (!affected && !(await manager.existsBy(MemberImport, { id }))) throw new Fault('IMPORT.UNKNOWN');
      const members = await this.hold(manager, id);
      const reasons = await reasonsToKeep(manager, id, members);
      const gone = affected ? members.filter((member) => !reasons.has(member.id)) : [];
      await remove(manager, gone);
      const kept = await describe(manager, reasons);
      const after = { removed: gone.length, kept: kept.length };
      if (affected)
        await audit(manager, this.clock, { action: 'import.undone', subject: ['import', id], after });
      return { removed: gone.length, kept };
    });
  }

  /** So that on PostgreSQL nobody begins something with a member who is about to go. */
  private async hold(manager: EntityManager, importId: string): Promise<Member[]> {
    await holdMembers(manager);
    const isPostgres = manager.connection.options.type === 'postgres';
    const lock = isPostgres ? ({ lock: { mode: 'pessimistic_write' } } as const) : {};
    return manager.find(Member, { where: { importId }, ...lock });
  }
}

async function reasonsToKeep(
  manager: EntityManager,
  importId: string,
  members: readonly Member[],
): Promise<Reasons> {
  const reasons: Reasons = new Map();
  const add = (id: MemberId, why: FaultCode) => reasons.set(id, (reasons.get(id) ?? new Set()).add(why));
  for (const [why, entity] of SIGNS) {
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
    // Verified since, of a member whose line said nothing of it.
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

/** Whoever answers for somebody who stays, stays; and so does whoever answers for them. */
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

async function remove(manager: EntityManager, members: readonly Member[]): Promise<void> {
  const all = [...chunks(members.map(({ id }) => id))];
  for (const ids of all) await manager.update(Member, { id: In(ids) }, { guardianId: null });
  for (const ids of all) {
    for (const entity of [AuditPersonalDetail, ResidencyVerification, MemberContact])
      await manager.delete(entity, { memberId: In(ids) });
    await manager.delete(Member, { id: In(ids) });
  }
}

async function describe(manager: EntityManager, reasons: Reasons): Promise<Undone['kept']> {
  const kept: { id: MemberId; displayName: string; why: FaultCode[] }[] = [];
  for (const some of chunks([...reasons.keys()]))
    for (const { memberId, displayName } of await manager.findBy(MemberContact, { memberId: In(some) }))
      kept.push({ id: memberId, displayName, why: [...(reasons.get(memberId) ?? [])] });
  return kept.sort((a, b) => a.displayName.localeCompare(b.displayName, 'fr'));
}
