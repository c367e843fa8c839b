import { type FirmwareProfile, findProfile, ownProfiles } from '@pandafab/firmware';
import { asRead, type Durations, type Finding, isRefused, type PrintTime, printTime } from '@pandafab/gcode';
import type { MachineId } from '@pandafab/shared';
import type { MachineProfiles } from '../../network/machines/machine-policies';
import type { StoredAnalysis } from '../files/file.entity';

/** The guards' verdicts on a file, by machine. */
type Judged = ReadonlyMap<MachineId, readonly Pick<Finding, 'severity'>[]>;

/** The figures of a file as one firmware reads it. */
export interface ReadAnalysis {
  readonly analysis: StoredAnalysis;
  /** The firmware's display name; null: no machine was named, so Marlin 2, the most common one. */
  readonly readAs: string | null;
  /** Duration including heating and tool changes; null for a file analysed before this figure existed. */
  readonly time: PrintTime | null;
  /** True if the machines that may print it read it differently: the figures are then those with the most filament. */
  readonly differs: boolean;
}

/** The profile used if no machine is known. */
const COMMONEST = findProfile(ownProfiles(), 'marlin-2');

const lengthOf = ({ filamentMm }: StoredAnalysis): number => filamentMm.reduce((sum, mm) => sum + mm, 0);

/** The expected seconds of a print. The slicer's figure has priority: the slicer knows its machine. */
export const expectedSeconds = ({ analysis, time }: ReadAnalysis): number =>
  analysis.slicerEstimate.seconds ?? time?.total ?? analysis.timeSeconds;

/** The file as one machine reads it. */
export function readOn(
  stored: StoredAnalysis,
  profile: FirmwareProfile | undefined,
  durations: Durations = durationsOf(profile),
): ReadAnalysis {
  const analysis = profile ? asRead(stored, profile.extrusion) : stored;
  const { waits } = analysis;
  const time = waits ? printTime({ ...analysis, waits }, durations) : null;
  return { analysis, readAs: profile?.name ?? null, time, differs: false };
}

/**
 * How long a machine takes for everything that is not a move (heating, tool changes): measured values first, else those
 * of its profile. Nothing measures yet; future measurements are passed here.
 */
export const durationsOf = (
  { durations }: Pick<FirmwareProfile, 'durations'> = COMMONEST,
  measured: Partial<Durations> = {},
): Durations => ({ ...durations, ...measured });

/**
 * The figures of a file before a machine is chosen, as the machines read it that may take it. If these differ, the
 * reading with the most filament counts, so that neither the price nor the need of filament is estimated too low.
 */
export function readIn(analysis: StoredAnalysis, profiles: readonly FirmwareProfile[]): ReadAnalysis {
  const all = profiles.map((profile) => readOn(analysis, profile));
  const [first = readOn(analysis, undefined), ...others] = all;
  const most = others.reduce(
    (found, each) => (lengthOf(each.analysis) > lengthOf(found.analysis) ? each : found),
    first,
  );
  return { ...most, differs: all.some((each) => lengthOf(each.analysis) !== lengthOf(most.analysis)) };
}

/**
 * The figures as the job's current or last machine reads the file; before a first run, as the machines that may take
 * it.
 */
export function readFor(
  analysis: StoredAnalysis,
  profiles: MachineProfiles = new Map(),
  verdict?: Judged,
  machineId?: MachineId,
): ReadAnalysis {
  const profile = machineId && profiles.get(machineId);
  return profile ? readOn(analysis, profile) : readIn(analysis, mayTake(profiles, verdict));
}

/** The firmwares of the machines that may take a file; of all machines if none may. */
function mayTake(profiles: MachineProfiles, verdict: Judged | undefined): FirmwareProfile[] {
  const willing = [...profiles].filter(([id]) => !isRefused(verdict?.get(id) ?? []));
  return (willing.length > 0 ? willing : [...profiles]).map(([, profile]) => profile);
}
