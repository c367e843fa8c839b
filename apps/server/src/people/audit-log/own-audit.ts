import { type EntityManager, In } from 'typeorm';
import { AuditEntry, AuditPersonalDetail } from '../../platform/audit/audit.entities';
import { toIso } from '../../platform/http/fields';
import { chunks } from '../../platform/persistence/chunks';
import { exportedRow } from '../../platform/personal-data/personal-rows';
import type { Owner } from '../../platform/personal-data/personal-tables';

/** A person's entries in the audit trail: their own actions, and entries by others about them. */
export const readOwnAudit = async (manager: EntityManager, owner: Owner) => ({
  done: await doneBy(manager, owner),
  personal: await writtenOf(manager, owner),
});

async function doneBy(manager: EntityManager, { accountId }: Owner) {
  const own = { actorKind: 'account', actorId: accountId } as const;
  const entries = await manager.find(AuditEntry, { where: own, order: { at: 'ASC', id: 'ASC' } });
  return entries.map((entry) => exportedRow(entry));
}

async function writtenOf(manager: EntityManager, { memberId }: Owner) {
  const details = await manager.findBy(AuditPersonalDetail, { memberId });
  const entries = new Map<string, AuditEntry>();
  for (const ids of chunks(details.map(({ entryId }) => entryId)))
    for (const entry of await manager.findBy(AuditEntry, { id: In(ids) })) entries.set(entry.id, entry);
  return details.map(({ entryId, before, after }) => {
    const entry = entries.get(entryId);
    return { action: entry?.action, at: entry && toIso(entry.at), before, after };
  });
}
