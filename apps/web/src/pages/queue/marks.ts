import type { Job } from '../../api/queries';

type MarkTone = 'bad' | 'wait' | 'plain';

/** One thing that a manager has to know about a waiting job. */
export type Mark =
  | { readonly kind: 'asked' | 'needsMaker' | 'change' | 'moved'; readonly tone: MarkTone }
  | { readonly kind: 'heldByStaff' | 'heldByMaker'; readonly tone: MarkTone; readonly reason: string | null }
  | { readonly kind: 'here' | 'dueFirm' | 'dueWish' | 'late'; readonly tone: MarkTone; readonly at: string }
  | { readonly kind: 'priority'; readonly tone: MarkTone; readonly steps: number }
  | { readonly kind: 'only' | 'next'; readonly tone: MarkTone; readonly machineId: string };

/** What people decided about a waiting job, and what stands in its way; what needs a person first. @param now in milliseconds */
export function marksOf({ queue, expected, onlyMachineId }: Job, now: number): readonly Mark[] {
  const { approval, held, needsMaker, makerHereUntil, readyBy, dueIsFirm, priority, nextOn } = queue;
  const isHere = makerHereUntil !== null && Date.parse(makerHereUntil) > now;
  const found: Mark[] = [];
  if (approval.state === 'asked') found.push({ kind: 'asked', tone: 'wait' });
  if (held)
    found.push({
      kind: held.by === 'staff' ? 'heldByStaff' : 'heldByMaker',
      tone: 'wait',
      reason: held.reason,
    });
  if (needsMaker && isHere) found.push({ kind: 'here', tone: 'plain', at: makerHereUntil });
  else if (needsMaker) found.push({ kind: 'needsMaker', tone: 'wait' });
  if (expected?.needsChange) found.push({ kind: 'change', tone: 'wait' });
  if (readyBy) {
    const isLate = Date.parse(expected?.endAt ?? new Date(now).toISOString()) > Date.parse(readyBy);
    const kind = isLate ? 'late' : dueIsFirm ? 'dueFirm' : 'dueWish';
    found.push({ kind, tone: isLate ? 'bad' : 'plain', at: readyBy });
  }
  if (priority !== 0) found.push({ kind: 'priority', tone: 'plain', steps: priority });
  if (onlyMachineId) found.push({ kind: 'only', tone: 'plain', machineId: onlyMachineId });
  if (nextOn) found.push({ kind: 'next', tone: 'plain', machineId: nextOn });
  if (queue.movedSeconds !== 0) found.push({ kind: 'moved', tone: 'plain' });
  return found;
}
