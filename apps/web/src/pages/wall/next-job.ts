import type { Schemas } from '../../api/client';
import type { Job, Machine } from '../../api/queries';

export type Spool = Schemas['SpoolListDto_Output']['items'][number];

/** Those that wait, the oldest first. */
export const queueOf = (jobs: readonly Job[]): readonly Job[] =>
  jobs.filter(({ state }) => state === 'queued').toSorted((a, b) => a.createdAt.localeCompare(b.createdAt));

/**
 * The oldest waiting job that this machine could take, by what a page can know: size, temperatures, loaded material. The
 * server weighs more than that, so it is said to fit, not to come.
 */
export const firstFitting = (
  queue: readonly Job[],
  machine: Machine,
  spool: Spool | undefined,
): Job | undefined =>
  queue.find((job) => fitsSize(job, machine) && fitsHeat(job, machine) && fitsMaterial(job, spool));

function fitsSize({ analysis }: Job, { widthMm, depthMm, heightMm }: Machine): boolean {
  const part = analysis?.extents.extruding;
  if (!part) return true;
  const { min, max } = part;
  return max.x - min.x <= widthMm && max.y - min.y <= depthMm && max.z - min.z <= heightMm;
}

function fitsHeat({ analysis }: Job, { maxNozzleCelsius, maxBedCelsius }: Machine): boolean {
  const heat = analysis?.temperatures;
  return (heat?.maxNozzle ?? 0) <= maxNozzleCelsius && (heat?.maxBed ?? 0) <= maxBedCelsius;
}

const fitsMaterial = ({ material }: Job, spool: Spool | undefined): boolean =>
  !spool || material === null || material === spool.filament.material;
