import {
  defaultProfilesDirectory,
  type FirmwareProfile,
  findProfile,
  loadProfiles,
} from '@pandafab/firmware';
import { asRead, type Durations, type Finding, isRefused, type PrintTime, printTime } from '@pandafab/gcode';
import type { MachineId } from '@pandafab/shared';
import type { StoredAnalysis } from '../files/file.entity';

/** The firmware of each machine that has a profile of this version. */
export type MachineProfiles = ReadonlyMap<MachineId, FirmwareProfile>;

/** What guards say of a file, by machine. */
type Judged = ReadonlyMap<MachineId, readonly Pick<Finding, 'severity'>[]>;

/** A file as one firmware reads it. */
export interface ReadAnalysis {
  readonly analysis: StoredAnalysis;
  /** What people call that firmware; null: no machine was named, so Marlin 2, the most common one. */
  readonly readAs: string | null;
  /** How long it takes with all that is no move; null for a file that was read before anybody asked. */
  readonly time: PrintTime | null;
  /** The machines that may make it read it otherwise: these figures are those of the one that takes most filament. */
  readonly differs: boolean;
}

/** Stands in where no machine is in question. */
const COMMONEST = findProfile(loadProfiles(defaultProfilesDirectory), 'marlin-2');

const lengthOf = ({ filamentMm }: StoredAnalysis): number => filamentMm.reduce((sum, mm) => sum + mm, 0);

/** As one machine reads it. */
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
 * How long a machine takes for what is no move: as was measured on it, and by its profile for the rest. Nothing measures
 * yet; what does one day gives its figures here.
 */
export const durationsOf = (
  { durations }: Pick<FirmwareProfile, 'durations'> = COMMONEST,
  measured: Partial<Durations> = {},
): Durations => ({ ...durations, ...measured });

/**
 * The figures of a file whose machine is not chosen yet: read as the machines read it that may take it. Where these
 * differ, the reading with the most filament counts, so that neither price nor spool is reckoned too small.
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

/** As the machine reads it that has it, or had it last; before that, as those do that may take it. */
export function readFor(
  analysis: StoredAnalysis,
  profiles: MachineProfiles = new Map(),
  verdict?: Judged,
  machineId?: MachineId,
): ReadAnalysis {
  const profile = machineId && profiles.get(machineId);
  return profile ? readOn(analysis, profile) : readIn(analysis, mayTake(profiles, verdict));
}

/** The firmwares of the machines that may take a file; of all of them where none may. */
function mayTake(profiles: MachineProfiles, verdict: Judged | undefined): FirmwareProfile[] {
  const willing = [...profiles].filter(([id]) => !isRefused(verdict?.get(id) ?? []));
  return (willing.length > 0 ? willing : [...profiles]).map(([, profile]) => profile);
}
