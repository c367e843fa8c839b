/**
 * The machine time of a run. A virtual machine that is faster than a real one counts the time that a real one would take,
 * but at most the estimate up to the place where the run ended, because so fast a machine mostly waits for its host.
 * @param reckoned the estimate in seconds; 0 without one
 */
export function machineSeconds(seconds: number, virtualSpeed: number | null, reckoned: number): number {
  if (virtualSpeed === null) return seconds;
  const inLife = seconds * virtualSpeed;
  return reckoned > 0 ? Math.min(inLife, reckoned) : inLife;
}
