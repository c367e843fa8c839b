import type { Instant } from '@pandafab/shared';

/** A time from `from` until just before `until`, in milliseconds. */
export interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

const byBegin = (a: Span, b: Span): number => a.from - b.from;

/** The same times, sorted, without overlaps and without empty spans. Spans that touch become one. */
export function mergeSpans(spans: readonly Span[]): Span[] {
  const merged: { from: Instant; until: Instant }[] = [];
  for (const { from, until } of [...spans].sort(byBegin)) {
    if (until <= from) continue;
    const last = merged.at(-1);
    if (last && from <= last.until) last.until = Math.max(last.until, until);
    else merged.push({ from, until });
  }
  return merged;
}

/** The parts of `spans` inside the window. */
export const clip = (spans: readonly Span[], { from, until }: Span): Span[] =>
  spans
    .map((span) => ({ from: Math.max(span.from, from), until: Math.min(span.until, until) }))
    .filter((span) => span.from < span.until);

/**
 * The span that contains this instant.
 * @param spans sorted and disjoint, as of {@link mergeSpans}
 */
export const insideSpan = (spans: readonly Span[], at: Instant): Span | undefined => {
  const span = spans[firstEndingAfter(spans, at)];
  return span && span.from <= at ? span : undefined;
};

/**
 * The first instant from `at` on that is inside a span: `at` itself if it is inside one.
 * @param spans sorted and disjoint
 * @returns undefined if no span ends after `at`
 */
export function nextOpening(spans: readonly Span[], at: Instant): Instant | undefined {
  const span = spans[firstEndingAfter(spans, at)];
  return span && Math.max(span.from, at);
}

/**
 * The first instant from `from` on at which `length` fits wholly inside one span.
 * @param spans sorted and disjoint
 * @param length in milliseconds; 0 fits at the first instant inside a span
 * @returns undefined if it fits nowhere
 */
export function firstFit(spans: readonly Span[], from: Instant, length: number): Instant | undefined {
  for (let index = firstEndingAfter(spans, from); index < spans.length; index++) {
    const span = spans[index] as Span;
    const start = Math.max(span.from, from);
    if (start + length <= span.until) return start;
  }
  return undefined;
}

/** The times of `spans` that are in none of `taken`, sorted and disjoint. */
export function subtract(spans: readonly Span[], taken: readonly Span[]): Span[] {
  const holes = mergeSpans(taken);
  return mergeSpans(spans).flatMap((span) => without(span, holes));
}

/** What is left of one span; `holes` are sorted and disjoint. */
function without(span: Span, holes: readonly Span[]): Span[] {
  const left: Span[] = [];
  let { from } = span;
  for (let index = firstEndingAfter(holes, from); index < holes.length; index++) {
    const hole = holes[index] as Span;
    if (hole.from >= span.until) break;
    if (hole.from > from) left.push({ from, until: hole.from });
    from = hole.until;
  }
  if (from < span.until) left.push({ from, until: span.until });
  return left;
}

/** The index of the first span that ends after this instant: the number of spans if there is none. */
function firstEndingAfter(spans: readonly Span[], at: Instant): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((spans[middle] as Span).until > at) high = middle;
    else low = middle + 1;
  }
  return low;
}
