import type { Finding } from '@pandafab/gcode';
import { guardSeverities, type Language, type MachineId } from '@pandafab/shared';
import { putIntoWords } from '../../platform/http/words';
import type { Verdict } from './verdicts';

/** Upper bound of findings shown for one file: more than any normal file has. */
export const ALL_FINDINGS = 1000;

interface Found {
  readonly finding: Finding;
  readonly machineIds: MachineId[];
}

/** The same finding for several machines is shown once; a different limit makes a different sentence. */
function gathered(verdict: Verdict): Found[] {
  const all = new Map<string, Found>();
  for (const [machineId, findings] of verdict) {
    for (const finding of findings) {
      const key = JSON.stringify([finding.code, finding.severity, finding.details]);
      const known = all.get(key);
      if (known) known.machineIds.push(machineId);
      else all.set(key, { finding, machineIds: [machineId] });
    }
  }
  return [...all.values()];
}

const gravest = (a: Found, b: Found): number =>
  guardSeverities.indexOf(a.finding.severity) - guardSeverities.indexOf(b.finding.severity) ||
  a.finding.line - b.finding.line;

/**
 * The guards' findings for a file, in the reader's language: refusals first, then by line.
 * @param most upper bound: a hostile file may have hundreds of findings
 */
export const viewFindings = (verdict: Verdict, language: Language, most: number) =>
  gathered(verdict)
    .sort(gravest)
    .slice(0, most)
    .map(({ finding: { line, code, severity, command, count, rule, details }, machineIds }) => ({
      ...{ line, severity, command, count, rule, machineIds },
      ...(putIntoWords({ code, details }, language) ?? { code, details: {}, what: code, cure: '' }),
    }));
