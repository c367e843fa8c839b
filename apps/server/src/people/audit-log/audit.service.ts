import { Injectable } from '@nestjs/common';
import type { Language } from '@pandafab/shared';
import type { SelectQueryBuilder } from 'typeorm';
import type { z } from 'zod';
import { AuditEntry, AuditPersonalDetail } from '../../platform/audit/audit.entities';
import { AuditDictionary } from '../../platform/audit/audit-words';
import { toIso } from '../../platform/http/fields';
import { latestFirst, readPart } from '../../platform/persistence/keyset';
import { ReadDatabase } from '../../platform/persistence/read-database';
import { containing } from '../../platform/persistence/search';
import type { AuditQuery, auditEntryView } from './audit.dto';
import { namesIn } from './audit-names';
import { accountsNamed, narrowToPerson } from './audit-people';

type JoinedEntry = AuditEntry & { personal: AuditPersonalDetail | null };
type EntryView = z.input<typeof auditEntryView>;

/** The audit trail (actor, action, time, address), for administrators to read and search. */
@Injectable()
export class AuditService {
  constructor(
    private readonly read: ReadDatabase,
    private readonly dictionary: AuditDictionary,
  ) {}

  /**
   * Latest first. `search` finds words of the action, of the values before and after, ids, addresses, and names of
   * those who did it.
   */
  async list(query: AuditQuery, language: Language) {
    const found = this.read
      .of(AuditEntry)
      .createQueryBuilder('entry')
      .leftJoinAndMapOne('entry.personal', AuditPersonalDetail, 'personal', 'personal.entryId = entry.id');
    narrow(found, query, this.dictionary);
    const { items, ...where } = await readPart(found, latestFirst<AuditEntry>('entry', 'at'), query);
    const names = await namesIn(this.read, items);
    return {
      items: items.map((each) => {
        const what = this.dictionary.wordsOf(each.action, language);
        return viewEntry(each as JoinedEntry, names, what);
      }),
      ...where,
    };
  }

  /** The actions of this version, in the order of their words. */
  actions(language: Language): { action: string; what: string }[] {
    return this.dictionary.actions
      .map((action) => ({ action, what: this.dictionary.wordsOf(action, language) }))
      .sort((a, b) => a.what.localeCompare(b.what, language));
  }
}

function narrow(found: SelectQueryBuilder<AuditEntry>, query: AuditQuery, dictionary: AuditDictionary): void {
  const { action, actorId, subjectId, labId, from, to, search, person } = query;
  if (action?.endsWith('.')) found.andWhere('entry.action LIKE :action', { action: `${action}%` });
  else if (action) found.andWhere('entry.action = :action', { action });
  if (actorId) found.andWhere('entry.actorId = :actorId', { actorId });
  if (subjectId) found.andWhere('entry.subjectId = :subjectId', { subjectId });
  if (labId) found.andWhere('entry.labId = :labId', { labId });
  if (from !== undefined) found.andWhere('entry.at >= :from', { from });
  if (to !== undefined) found.andWhere('entry.at < :to', { to });
  if (person) narrowToPerson(found, person);
  if (!search) return;
  const columns = ['entry.subjectId', 'entry.address', 'entry.foldedValues', 'personal.foldedValues'];
  const inText = columns.map((column) => `${column} LIKE :words ESCAPE '\\'`);
  // `IN ()` is not valid SQL.
  const called = ['', ...dictionary.actionsCalled(search)];
  const byName = `entry.actorId IN ${accountsNamed(found, 'words')}`;
  found.andWhere(`(${[...inText, byName, 'entry.action IN (:...called)'].join(' OR ')})`, {
    words: containing(search),
    called,
  });
}

function viewEntry(
  { at, actorKind, actorId, subjectKind, subjectId, personal, ...entry }: JoinedEntry,
  names: ReadonlyMap<string, string>,
  what: string,
): EntryView {
  return {
    ...entry,
    at: toIso(at),
    actor: { kind: actorKind, id: actorId, name: (actorId && names.get(actorId)) ?? null },
    what,
    subject: { kind: subjectKind, id: subjectId, name: (subjectId && names.get(subjectId)) ?? null },
    personal: personal && {
      memberId: personal.memberId,
      before: personal.before,
      after: personal.after,
    },
  } as EntryView;
}
