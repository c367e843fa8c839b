const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Longer than any step takes, except on a computer under heavy load. */
export const PATIENCE_MS = 180_000;

/**
 * Calls `ask` every few milliseconds of real time until it returns a truthy value, and returns that value.
 * Only for things outside this process: inside, use FakeClock.
 * @throws Error naming `what` after `timeoutMs`.
 */
export async function pollUntil<T>(
  what: string,
  ask: () => T | Promise<T>,
  timeoutMs = PATIENCE_MS,
): Promise<NonNullable<T>> {
  const deadline = performance.now() + timeoutMs;
  for (let pause = 2; ; pause = Math.min(pause * 1.5, 50)) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > deadline) throw new Error(`waited ${timeoutMs} ms without success for: ${what}`);
    await sleep(pause);
  }
}
