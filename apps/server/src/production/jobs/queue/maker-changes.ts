import { Fault } from '@pandafab/shared';
import type { EntityManager } from 'typeorm';
import { demandColour } from '../../../stock/spools/lab-colours';
import type { Job } from '../job.entities';
import type { Change } from './change';
import { othersThan } from './other-labs';
import type { QueueChanges } from './queue.dto';

/** Who changes a job: its member, or the staff of its lab. */
export interface Hand {
  readonly isStaff: boolean;
  readonly now: number;
}

/**
 * What a member, or staff, change about a waiting job.
 * @throws Fault JOB.DUE_FIRM, JOB.HELD_BY_STAFF, MATERIAL.COLOUR_UNKNOWN
 */
export async function makerChanges(
  manager: EntityManager,
  job: Job,
  fields: QueueChanges,
  hand: Hand,
): Promise<Change[]> {
  const { readyBy, needsMaker, colour, tags, otherLabIds, hold } = fields;
  const found: Change[] = [];
  // With `dueIsFirm`, it is one change of staff.
  if (readyBy !== undefined && fields.dueIsFirm === undefined) found.push(dueChange(job, readyBy, hand));
  if (needsMaker !== undefined)
    found.push({ event: 'presence changed', set: { needsMaker, makerHereUntil: null } });
  if (colour !== undefined) {
    if (colour !== null && colour !== job.colour) await demandColour(manager, colour);
    const cause = colour === null ? null : { code: 'JOB.COLOUR_CHOSEN', details: { colour } };
    found.push({ event: 'colour chosen', set: { colour }, cause });
  }
  if (tags !== undefined) found.push({ event: 'tags changed', set: { tags } });
  if (otherLabIds !== undefined)
    found.push({ event: 'labs chosen', set: { otherLabIds: othersThan(job.labId, otherLabIds) } });
  if (hold !== undefined) found.push(holdChange(job, hold, hand));
  return found;
}

/** A member changes a wish; a date that staff confirmed is changed by staff only. */
function dueChange(job: Job, dueAt: number | null, { isStaff }: Hand): Change {
  if (job.dueIsFirm && !isStaff && dueAt !== job.dueAt) throw new Fault('JOB.DUE_FIRM');
  return { event: 'due changed', set: { dueAt, dueIsFirm: job.dueIsFirm && dueAt !== null } };
}

function holdChange(job: Job, hold: NonNullable<QueueChanges['hold']> | null, hand: Hand): Change {
  if (job.heldBy === 'staff' && !hand.isStaff) throw new Fault('JOB.HELD_BY_STAFF');
  if (hold === null) return { event: 'released', set: { heldAt: null, heldBy: null, heldReason: null } };
  const { reason } = hold;
  const heldBy = hand.isStaff ? 'staff' : 'maker';
  const cause = reason === null ? null : { code: 'JOB.HELD', details: { words: reason } };
  return { event: 'held', set: { heldAt: hand.now, heldBy, heldReason: reason }, cause };
}
