import type { Page } from 'playwright-core';

/** A sudden move of the page: when, in ms since navigation, and how much of the screen by how far. */
export type Shift = readonly [at: number, value: number];

/** Moves less than this apart belong together; a group is never longer than `GROUP_MS`. Source: web.dev/articles/cls. */
const GAP_MS = 1_000;
const GROUP_MS = 5_000;

/** Runs in the page, before its own scripts: what the browser measures of each visit. */
export const OBSERVERS = `
  window.seenShifts = [];
  window.seenInteractions = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (!entry.hadRecentInput) window.seenShifts.push([entry.startTime, entry.value]);
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (entry.interactionId) window.seenInteractions.push(entry.duration);
  }).observe({ type: 'event', durationThreshold: 16, buffered: true });
`;

/** Cumulative layout shift: the largest sum of one group of moves. */
export function cumulativeShift(shifts: readonly Shift[]): number {
  let most = 0;
  let sum = 0;
  let begun = Number.NEGATIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const [at, value] of shifts) {
    if (at - last >= GAP_MS || at - begun >= GROUP_MS) {
      begun = at;
      sum = 0;
    }
    last = at;
    sum += value;
    most = Math.max(most, sum);
  }
  return most;
}

export const shiftOf = async (page: Page): Promise<number> =>
  cumulativeShift((await page.evaluate('window.seenShifts')) as Shift[]);

/** The longest time from a press or a key to the next paint, in ms; the browser counts in steps of 8. */
export async function slowestInteraction(page: Page): Promise<number> {
  const seen = (await page.evaluate('window.seenInteractions')) as number[];
  if (seen.length === 0) throw new Error('The browser saw no interaction.');
  return Math.max(...seen);
}
