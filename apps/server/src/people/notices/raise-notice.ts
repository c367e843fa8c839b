import { newId } from '@pandafab/shared';
import { IsNull, MoreThanOrEqual } from 'typeorm';
import type { Unit } from '../../platform/persistence/unit';
import type { Gathered } from './gathered';
import { Notice } from './notice.entities';

/** Events further apart than this are two notices: a night is one, a week is not. */
export const ONE_NOTICE_MS = 12 * 3_600_000;

/**
 * Counts events in the open notice of their kind and subject, or writes a new notice. A notice is open while it is
 * unread and its last event is not long past. @returns the notice's id
 */
export async function raiseNotice(unit: Unit, kind: Notice['kind'], events: Gathered): Promise<string> {
  const { manager, now } = unit;
  const { accountId, subject, details, count } = events;
  const openKey = `${kind} ${subject}`;
  const open = { accountId, openKey };
  if (!(await countIn(unit, open, events))) {
    // An old one stays as it is, and no longer counts.
    await manager.update(Notice, open, { openKey: null });
    const notice = { id: newId<string>(), kind, ...open, details, count, readAt: null };
    const row = { ...notice, createdAt: now, changedAt: now } as object;
    await manager.createQueryBuilder().insert().into(Notice).values(row).orIgnore().execute();
    const isNew = await manager.existsBy(Notice, { id: notice.id });
    // Another unit of work has just written one: it is counted there.
    if (!isNew) await countIn(unit, open, events);
  }
  const { id } = await manager.findOneOrFail(Notice, { where: open, select: { id: true } });
  return id;
}

/** @returns false when there is no open notice */
async function countIn(
  { manager, now }: Unit,
  open: Pick<Notice, 'accountId'> & { readonly openKey: string },
  { details, count }: Gathered,
): Promise<boolean> {
  const isOpen = { ...open, readAt: IsNull(), changedAt: MoreThanOrEqual(now - ONE_NOTICE_MS) };
  const raised = { count: () => `count + ${count}`, details, changedAt: now } as object;
  const { affected } = await manager.update(Notice, isOpen, raised);
  return affected === 1;
}
