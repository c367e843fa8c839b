import { type AccountId, newId } from '@pandafab/shared';
import type { Unit } from '../../platform/persistence/unit';
import { waysOfAccounts } from './choices';
import type { Gathered } from './gathered';
import { NoticeMailLine } from './notice.entities';
import type { NoticeDetails, NoticeKind } from './notice-kind';
import { raiseNotice } from './raise-notice';

/** One event to tell to some accounts. */
export interface Telling<Details extends NoticeDetails> {
  readonly to: readonly AccountId[];
  /** Events of one subject, such as the copies of a batch, are one notice: `batch-` and its id, `lab-` and its id. */
  readonly subject: string;
  readonly details: Details;
}

/**
 * Tells people of events, in the unit of work in which these happen: both are committed, or neither. Each person's own
 * choices decide about the ways. Pages are told after the commit, and mails are sent then. Call it once for all events
 * of a kind in one unit of work: all such calls lock rows in the same order.
 */
export async function notify<Details extends NoticeDetails>(
  unit: Unit,
  kind: NoticeKind<Details>,
  ...tellings: readonly Telling<Details>[]
): Promise<void> {
  const gathered = gather(tellings);
  const ways = await waysOfAccounts(unit.manager, kind, [
    ...new Set(gathered.map(({ accountId }) => accountId)),
  ]);
  for (const each of gathered) {
    const { bell = false, mail = false } = ways.get(each.accountId) ?? {};
    const noticeId = bell ? await raiseNotice(unit, kind.name, each) : null;
    if (mail) await addMailLine(unit, kind.name, { ...each, noticeId });
    if (bell || mail) unit.tell(each.accountId);
  }
}

/** One entry for each account and subject, in a fixed order. */
function gather(tellings: readonly Telling<NoticeDetails>[]): Gathered[] {
  const all = new Map<string, Gathered>();
  for (const { to, subject, details } of tellings)
    for (const accountId of new Set(to)) {
      const key = `${accountId} ${subject}`;
      all.set(key, { accountId, subject, details, count: (all.get(key)?.count ?? 0) + 1 });
    }
  return [...all].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, each]) => each);
}

async function addMailLine(
  { manager, now }: Unit,
  kind: NoticeMailLine['kind'],
  { accountId, subject, details, count, noticeId }: Gathered & { readonly noticeId: string | null },
): Promise<void> {
  const line = { id: newId<string>(), accountId, kind, noticeId, subjectKey: subject };
  await manager.insert(NoticeMailLine, {
    ...{ ...line, details, count, createdAt: now, mailId: null },
  } as object);
}
