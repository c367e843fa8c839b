import { Injectable } from '@nestjs/common';
import type { AccountId, AgentId, Language } from '@pandafab/shared';
import { In, type SelectQueryBuilder } from 'typeorm';
import type { z } from 'zod';
import { Account } from '../accounts/account.entity';
import { toIso } from '../api/fields';
import { Agent, Lab } from '../labs/lab.entity';
import { MemberContact } from '../people/member.entity';
import { latestFirst, readPart } from '../persistence/keyset';
import { ReadDatabase } from '../persistence/read-database';
import { containing } from '../persistence/search';
import type { AuditQuery, auditEntryView } from './audit.dto';
import { AuditEntry, AuditPersonalDetail } from './audit.entities';
import { actionsCalled, auditWords } from './audit-words';

type JoinedEntry = AuditEntry & { personal: AuditPersonalDetail | null };
type EntryView = z.input<typeof auditEntryView>;

/** Who did what, when, from where: for administrators to read and search. */
@Injectable()
export class AuditService {
  constructor(private readonly read: ReadDatabase) {}

  /** The latest first. `search` finds words of the action, of what was there before and after, ids and addresses. */
  async list(query: AuditQuery, language: Language) {
    const found = this.read
      .of(AuditEntry)
      .createQueryBuilder('entry')
      .leftJoinAndMapOne('entry.personal', AuditPersonalDetail, 'personal', 'personal.entryId = entry.id');
    narrow(found, query);
    const { items, ...where } = await readPart(found, latestFirst<AuditEntry>('entry', 'at'), query);
    const names = await this.namesOf(items);
    return { items: items.map((each) => view(each as JoinedEntry, names, language)), ...where };
  }

  private async namesOf(entries: readonly AuditEntry[]): Promise<ReadonlyMap<string, string>> {
    const idsOf = (kind: AuditEntry['actorKind']) => [
      ...new Set(entries.flatMap((each) => (each.actorKind === kind && each.actorId ? [each.actorId] : []))),
    ];
    const people = await this.read
      .of(Account)
      .createQueryBuilder('account')
      .innerJoin(MemberContact, 'contact', 'contact.memberId = account.memberId')
      .select('account.id', 'id')
      .addSelect('contact.displayName', 'name')
      .where({ id: In(idsOf('account') as AccountId[]) })
      .getRawMany<{ id: string; name: string }>();
    const agents = await this.read
      .of(Agent)
      .createQueryBuilder('agent')
      .innerJoin(Lab, 'lab', 'lab.id = agent.labId')
      .select('agent.id', 'id')
      .addSelect('lab.name', 'name')
      .where({ id: In(idsOf('agent') as AgentId[]) })
      .getRawMany<{ id: string; name: string }>();
    return new Map([...people, ...agents].map(({ id, name }) => [id, name]));
  }
}

function narrow(found: SelectQueryBuilder<AuditEntry>, query: AuditQuery): void {
  const { action, actorId, subjectId, labId, from, to, search } = query;
  if (action?.endsWith('.')) found.andWhere('entry.action LIKE :action', { action: `${action}%` });
  else if (action) found.andWhere('entry.action = :action', { action });
  if (actorId) found.andWhere('entry.actorId = :actorId', { actorId });
  if (subjectId) found.andWhere('entry.subjectId = :subjectId', { subjectId });
  if (labId) found.andWhere('entry.labId = :labId', { labId });
  if (from !== undefined) found.andWhere('entry.at >= :from', { from });
  if (to !== undefined) found.andWhere('entry.at < :to', { to });
  if (!search) return;
  const columns = ['entry.subjectId', 'entry.address', 'entry.foldedValues', 'personal.foldedValues'];
  const inText = columns.map((column) => `${column} LIKE :words ESCAPE '\\'`);
  // `IN ()` is no SQL.
  const called = ['', ...actionsCalled(search)];
  found.andWhere(`(${[...inText, 'entry.action IN (:...called)'].join(' OR ')})`, {
    words: containing(search),
    called,
  });
}

function view(
  { at, actorKind, actorId, subjectKind, subjectId, personal, ...entry }: JoinedEntry,
  names: ReadonlyMap<string, string>,
  language: Language,
): EntryView {
  return {
    ...entry,
    at: toIso(at),
    actor: { kind: actorKind, id: actorId, name: (actorId && names.get(actorId)) ?? null },
    what: auditWords(entry.action, language),
    subject: { kind: subjectKind, id: subjectId },
    personal: personal && {
      memberId: personal.memberId,
      before: personal.before,
      after: personal.after,
    },
  } as EntryView;
}
