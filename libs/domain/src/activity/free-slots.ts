import type { Instant } from '@pandafab/shared';
import { insideSpan, mergeSpans, type Span } from '../scheduling/span';

/** What decides about the times that a trainer offers. */
export interface SlotFacts {
  /** When the trainer can be booked. */
  readonly hours: readonly Span[];
  /** When the lab is open; null: always. */
  readonly open: readonly Span[] | null;
  /** Sessions of the trainer, in all labs. */
  readonly taken: readonly Span[];
  /** Of one slot, in milliseconds. */
  readonly length: number;
  /** The first and the last beginning that can be booked. */
  readonly earliest: Instant;
  readonly latest: Instant;
}

/**
 * The slots that can be booked, the earliest first. Slots follow one another from the beginning of the trainer's hours,
 * whatever is booked already: a booking takes whole slots away and moves no other.
 */
export function freeSlots({ hours, open, taken, length, earliest, latest }: SlotFacts): Span[] {
  const opening = open && mergeSpans(open);
  const fits = (slot: Span) => {
    if (slot.from < earliest || slot.from > latest) return false;
    if (opening && (insideSpan(opening, slot.from)?.until ?? 0) < slot.until) return false;
    return !taken.some(({ from, until }) => from < slot.until && slot.from < until);
  };
  return disjoint(hours).flatMap((span) => slotsOf(span, length).filter(fits));
}

/** Sorted, each from the end of the one before it at the earliest. Spans that only touch stay two. */
function disjoint(spans: readonly Span[]): Span[] {
  const sorted = [...spans].sort((a, b) => a.from - b.from);
  const found: Span[] = [];
  for (const { from, until } of sorted) {
    const last = found.at(-1);
    if (last && from < last.until)
      found[found.length - 1] = { from: last.from, until: Math.max(last.until, until) };
    else if (from < until) found.push({ from, until });
  }
  return found;
}

function slotsOf({ from, until }: Span, length: number): Span[] {
  const slots: Span[] = [];
  for (let at = from; at + length <= until; at += length) slots.push({ from: at, until: at + length });
  return slots;
}
