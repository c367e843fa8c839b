import type { GuardPolicy, GuardVolume } from '@pandafab/shared';
import type { FirmwareProfile } from './profile';

/** The facts of one machine in addition to its firmware; null when not set. */
export interface MachineLimits {
  /** Nominal size in millimetres: the largest part. The profile knows how far around it the tool may go. */
  readonly sizeMm: { readonly x: number; readonly y: number; readonly z: number } | null;
  /** Degrees Celsius; null: the profile's own. */
  readonly maxNozzleC: number | null;
  readonly maxBedC: number | null;
  /** Degrees Celsius; null: it has no heated chamber. */
  readonly maxChamberC: number | null;
  /** Names of rules that a lab manager suspended for this machine (`Finding.rule`). */
  readonly allowed: readonly string[];
}

/** The policy that files are checked against before they may be queued for a machine, and again while they are streamed. */
export function guardPolicyOf(profile: FirmwareProfile, machine: MachineLimits): GuardPolicy {
  const { maxNozzleC, maxBedC, maxChamberC, sizeMm, allowed } = machine;
  return {
    rules: profile.guard,
    allowed: [...allowed],
    maxFrameBytes: profile.framing.maxBytes,
    maxCelsius: {
      nozzle: maxNozzleC ?? profile.limits.maxNozzleC,
      bed: maxBedC ?? profile.limits.maxBedC,
      chamber: maxChamberC,
    },
    volume: sizeMm && volumeOf(profile, sizeMm),
  };
}

function volumeOf({ volume }: FirmwareProfile, size: { x: number; y: number; z: number }): GuardVolume {
  const { belowMm, beyondMm, homeMm, homesOverBed, homingRaiseMm, homesAtEnd, stopsAtEnds } = volume;
  const over = (axis: 'x' | 'y') => (homesOverBed ? Math.max(homeMm[axis], size[axis] / 2) : homeMm[axis]);
  return {
    min: { x: 0 - belowMm.x, y: 0 - belowMm.y, z: 0 - belowMm.z },
    max: { x: size.x + beyondMm.x, y: size.y + beyondMm.y, z: size.z + beyondMm.z },
    home: homeMm,
    homeUpTo: { x: over('x'), y: over('y'), z: homeMm.z + homingRaiseMm },
    homesAtEnd,
    stopsAtEnds,
  };
}
