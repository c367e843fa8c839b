import type { FirmwareProfile } from '@pandafab/firmware';
import type { ReportedPort } from '@pandafab/lab-link';

/** The fields of a new machine that its answer at the port suggests; a person checks them. */
export interface MachineProposal {
  readonly name: string;
  readonly profileId: string;
  readonly address: string;
  readonly baudRate: number;
  readonly widthMm: number;
  readonly depthMm: number;
  readonly heightMm: number;
  readonly maxNozzleCelsius: number;
  readonly maxBedCelsius: number;
}

type Size = Pick<MachineProposal, 'widthMm' | 'depthMm' | 'heightMm'>;
const size = (widthMm: number, depthMm: number, heightMm: number): Size => ({ widthMm, depthMm, heightMm });

/** Build volumes by the type that the firmware reports, from the makers' data sheets. */
const SIZES: readonly (readonly [type: RegExp, size: Size])[] = [
  [/Prusa.*\bMK(2|2\.5|2\.5S|3|3S|3S\+)\b/i, size(250, 210, 210)],
  [/Prusa.*\bMK(3\.5|3\.9|4|4S)\b/i, size(250, 210, 220)],
  [/Prusa.*\bMINI\b/i, size(180, 180, 180)],
  [/Prusa.*\bXL\b/i, size(360, 360, 360)],
  [/Ender-?3/i, size(220, 220, 250)],
  [/CR-?10/i, size(300, 300, 400)],
];
/** Small: a limit that is too low refuses a file, one that is too high lets the tool run into the frame. */
const CAUTIOUS = size(200, 200, 180);

/** Longest name of a machine. */
const LONGEST_NAME = 100;

/** What to call the machine, and the limits that fit it. Null where no profile was recognised. */
export function proposeMachine(
  { path, product, answer }: Pick<ReportedPort, 'path' | 'product' | 'answer'>,
  profileOf: (id: string) => FirmwareProfile | undefined,
): MachineProposal | null {
  const profile = answer?.profileId ? profileOf(answer.profileId) : undefined;
  if (!answer || !profile) return null;
  const { machineType, firmware, sizeMm, baudRate } = answer;
  const known = SIZES.find(([type]) => type.test(machineType ?? ''))?.[1];
  const told = sizeMm && size(sizeMm.x, sizeMm.y, sizeMm.z);
  return {
    name: (machineType ?? product ?? firmware).slice(0, LONGEST_NAME),
    profileId: profile.id,
    address: path,
    baudRate,
    ...(known ?? told ?? CAUTIOUS),
    maxNozzleCelsius: profile.limits.maxNozzleC,
    maxBedCelsius: profile.limits.maxBedC,
  };
}
