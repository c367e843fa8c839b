import { type FirmwareProfile, findProfile } from '@pandafab/firmware';
import { asRead, type ExtrusionReading, type Finding, type GcodeAnalysis } from '@pandafab/gcode';
import { quantity } from '../output';

type Profiles = ReadonlyMap<string, FirmwareProfile>;

/** Whose rules and whose reading stand in where no machine is named: the dangers that all firmwares share are among them. */
export const COMMONEST = 'marlin-2';

/** As whom a file is read: the machine that was named, or the most common firmware and, where they differ, all others. */
export function readingsFor(profiles: Profiles, id: string | undefined): ExtrusionReading[] {
  const { extrusion } = findProfile(profiles, id ?? COMMONEST);
  if (id !== undefined) return [extrusion];
  return [extrusion, ...[...profiles.values()].map((profile) => profile.extrusion)];
}

const metresOf = ({ filamentMm }: Pick<GcodeAnalysis, 'filamentMm'>): number =>
  Math.round(filamentMm.reduce((sum, mm) => sum + mm, 0)) / 1000;

/** What is said where no machine was named, and firmwares make other lengths of the file; null where they agree. */
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
