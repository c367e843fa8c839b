import type { LabId } from '@pandafab/shared';
import type { NoticeDetails, NoticeKind } from '../../people/notices/notice-kind';
import { notify } from '../../people/notices/notify';
import { accountsAllowedIn } from '../../people/notices/recipients';
import type { Unit } from '../../platform/persistence/unit';

/**
 * Tells those who look after the machines of a lab. All events of a kind in one lab are one notice while it is unread:
 * a power cut stops all machines at once.
 */
export async function tellStaff<Details extends NoticeDetails>(
  unit: Unit,
  kind: NoticeKind<Details>,
  labId: LabId,
  ...all: readonly Details[]
): Promise<void> {
  const to = await accountsAllowedIn(unit.manager, 'machine.manage', labId);
  await notify(unit, kind, ...all.map((details) => ({ to, subject: `lab-${labId}`, details })));
}
