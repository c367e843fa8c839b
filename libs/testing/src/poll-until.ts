const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Nothing takes so long by itself: on a computer with twenty other things to do it may. */
export const PATIENCE_MS = 90_000;

/**
 * Asks again every few milliseconds of real time until `ask` answers something truthy, and returns it.
 * For what is outside this process only: inside, use FakeClock.
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
    if (performance.now() > deadline) throw new Error(`waited ${timeoutMs} ms in vain for: ${what}`);
    await sleep(pause);
  }
}
