/**
 * How long a run took its machine. A virtual one that is faster than life counts as long as it would in life: never longer
 * than the analysis reckons up to where it came, because so fast a machine mostly waits for its host.
 * @param reckoned seconds by the analysis; 0 where there is none
 */
export function machineSeconds(seconds: number, virtualSpeed: number | null, reckoned: number): number {
  if (virtualSpeed === null) return seconds;
  const inLife = seconds * virtualSpeed;
  return reckoned > 0 ? Math.min(inLife, reckoned) : inLife;
}
