import { type FirmwareProfile, findProfile } from '@pandafab/firmware';
import { asRead, type ExtrusionReading, type Finding, type GcodeAnalysis } from '@pandafab/gcode';
import { quantity } from '../output';

type Profiles = ReadonlyMap<string, FirmwareProfile>;

/** The profile whose rules and reading are used when no machine is named: it has the dangers that all firmwares share. */
export const COMMONEST = 'marlin-2';

/** The firmware as which a file is read: the named machine's, or the most common one and, where they differ, all others. */
export function readingsFor(profiles: Profiles, id: string | undefined): ExtrusionReading[] {
  const { extrusion } = findProfile(profiles, id ?? COMMONEST);
  if (id !== undefined) return [extrusion];
  return [extrusion, ...[...profiles.values()].map((profile) => profile.extrusion)];
}

const metresOf = ({ filamentMm }: Pick<GcodeAnalysis, 'filamentMm'>): number =>
  Math.round(filamentMm.reduce((sum, mm) => sum + mm, 0)) / 1000;

/** The finding when no machine is named and firmwares read different lengths from the file; null where they agree. */
export function readingsDiffer(analysis: GcodeAnalysis, profiles: Profiles): Finding | null {
  const readM = metresOf(analysis);
  const apart = [...profiles.values()]
    .map(({ name, extrusion }) => ({ name, metres: metresOf(asRead(analysis, extrusion)) }))
    .filter(({ metres }) => metres !== readM);
  if (apart.length === 0) return null;
  const others = apart.map(({ name, metres }) => `${quantity(metres, 'm')} (${name})`);
  return {
    ...{ line: 1, code: 'FILE.READINGS_DIFFER', severity: 'warn', command: '', count: 1, rule: null },
    details: { readM, readAs: findProfile(profiles, COMMONEST).name, others },
  };
}
