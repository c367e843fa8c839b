import { Agent } from '../../network/agents/agent.entity';
import { Lab } from '../../network/labs/lab.entity';
import { Machine } from '../../network/machines/machine.entity';
import type { AuditEntry } from '../../platform/audit/audit.entities';
import { chunks } from '../../platform/persistence/chunks';
import type { ReadDatabase } from '../../platform/persistence/read-database';
import { Account } from '../accounts/account.entity';
import { MemberContact } from '../members/member.entity';

type Named = { readonly id: string; readonly name: string };
type FindNames = (database: ReadDatabase, ids: readonly string[]) => Promise<Named[]>;

/** How to find the present names of what an audit entry refers to, by its kind. */
const FINDERS: Readonly<Record<string, FindNames>> = {
  account: (database, ids) =>
    database
      .of(Account)
      .createQueryBuilder('account')
      .innerJoin(MemberContact, 'contact', 'contact.memberId = account.memberId')
      .select('account.id', 'id')
      .addSelect('contact.displayName', 'name')
      .where('account.id IN (:...ids)', { ids })
      .getRawMany(),
  agent: (database, ids) =>
    database
      .of(Agent)
      .createQueryBuilder('agent')
      .innerJoin(Lab, 'lab', 'lab.id = agent.labId')
      .select('agent.id', 'id')
      .addSelect('lab.name', 'name')
      .where('agent.id IN (:...ids)', { ids })
      .getRawMany(),
  member: (database, ids) =>
    database
      .of(MemberContact)
      .createQueryBuilder('contact')
      .select('contact.memberId', 'id')
      .addSelect('contact.displayName', 'name')
      .where('contact.memberId IN (:...ids)', { ids })
      .getRawMany(),
  lab: (database, ids) =>
    database
      .of(Lab)
      .createQueryBuilder('lab')
      .select('lab.id', 'id')
      .addSelect('lab.name', 'name')
      .where('lab.id IN (:...ids)', { ids })
      .getRawMany(),
  machine: (database, ids) =>
    database
      .of(Machine)
      .createQueryBuilder('machine')
      .select('machine.id', 'id')
      .addSelect('machine.name', 'name')
      .where('machine.id IN (:...ids)', { ids })
      .getRawMany(),
};

/** The present names of the actors and subjects of audit entries, by their ids. */
export async function namesIn(
  database: ReadDatabase,
  entries: readonly AuditEntry[],
): Promise<ReadonlyMap<string, string>> {
  const references = entries.flatMap(({ actorKind, actorId, subjectKind, subjectId }) => [
    { kind: actorKind as string, id: actorId },
    { kind: subjectKind, id: subjectId },
  ]);
  const names = new Map<string, string>();
  for (const [kind, find] of Object.entries(FINDERS)) {
    const ids = references.flatMap((each) => (each.kind === kind && each.id !== null ? [each.id] : []));
    for (const some of chunks([...new Set(ids)]))
      for (const { id, name } of await find(database, some)) names.set(id, name);
  }
  return names;
}
