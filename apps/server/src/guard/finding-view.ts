import type { Finding } from '@pandafab/gcode';
import { guardSeverities, type Language, type MachineId } from '@pandafab/shared';
import { putIntoWords } from '../api/words';
import type { Verdict } from './verdicts';

/** As many as are shown of one file: more than any honest one has. */
export const ALL_FINDINGS = 1000;

interface Found {
  readonly finding: Finding;
  readonly machineIds: MachineId[];
}

/** The same thing found for several machines is shown once; another limit makes another sentence. */
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
 * What guards have found in a file, in the reader's words: refusals first, then by line.
 * @param most as many as are shown: files made to annoy hold hundreds
 */
export const viewFindings = (verdict: Verdict, language: Language, most: number) =>
  gathered(verdict)
    .sort(gravest)
    .slice(0, most)
    .map(({ finding: { line, code, severity, command, count, rule, details }, machineIds }) => ({
      ...{ line, severity, command, count, rule, machineIds },
      ...(putIntoWords({ code, details }, language) ?? { code, details: {}, what: code, cure: '' }),
    }));
