import { readFileSync } from 'node:fs';
import { defaultProfilesDirectory, findProfile, guardPolicyOf, loadProfiles } from '@pandafab/firmware';
import type { GuardPolicy } from '@pandafab/shared';
import { CommandReader, type Finding, GcodeAnalyser, isRefused, judge, LineGuard } from '..';

/** One printer as a slicer describes it: see the README next to the file. */
interface Printer {
  readonly name: string;
  readonly slicer: string;
  readonly profile: string;
  readonly size: readonly [x: number, y: number, z: number];
  /** Where its bed begins, where that is not at 0. */
  readonly min?: readonly [x: number, y: number];
  /** The number of other printers with the same scripts. */
  readonly alike?: number;
  /** The rules by which it is refused, or the code of a finding that must not be allowed. */
  readonly refused?: readonly string[];
  readonly start: string;
  readonly end: string;
}

const profiles = loadProfiles(defaultProfilesDirectory);
const printers: Printer[] = readFileSync('test/fixtures/printers/scripts.jsonl', 'utf8')
  .trimEnd()
  .split('\n')
  .map((line) => JSON.parse(line));

function policyFor({ profile, size: [x, y, z], min }: Printer, allowed: readonly string[] = []): GuardPolicy {
  const limits = { maxNozzleC: null, maxBedC: null, maxChamberC: null };
  const machine = { sizeMm: { x, y, z }, ...limits, allowed };
  const policy = guardPolicyOf(findProfile(profiles, profile), machine);
  if (!min || !policy.volume) return policy;
  return { ...policy, volume: { ...policy.volume, min: { x: min[0], y: min[1], z: 0 } } };
}

/** A part in the middle of the bed between the two scripts, as high as that. */
function print({ start, end, size: [x, y], min = [0, 0] }: Printer, height: number): string {
  const [midX, midY] = [(x + min[0]) / 2, (y + min[1]) / 2];
  const layer = Array.from({ length: 40 }, (_, i) => `G1 X${midX + (i % 5)} Y${midY + (i % 7)} E${i / 10}`);
  const part = [`G1 X${midX} Y${midY} Z0.3 F3000`, ...layer, `G1 Z${height} F600`, `G1 X${midX} Y${midY} E5`];
  return [start, ...part, end, ''].join('\n');
}

function analysed(content: string, policy: GuardPolicy): Finding[] {
  const analyser = new GcodeAnalyser();
  analyser.push(Buffer.from(content, 'latin1'));
  return judge(analyser.end().guard, policy);
}

/** True when the agent sends it to its end. */
function isStreamed(content: string, policy: GuardPolicy): boolean {
  const guard = new LineGuard(policy);
  const reader = new CommandReader((command, line) => {
    if (!guard.refusal) guard.check(command, line);
  });
  reader.push(Buffer.from(content, 'latin1'));
  reader.end();
  return guard.refusal === null;
}

const nameOf = ({ code, rule }: Finding): string => rule ?? code.replace('GUARD.', '');
/** A low part, and one that reaches nearly as high as the machine. */
const heights = ({ size: [, , z] }: Printer) => [50, z - 2];
const isRule = (refused: string): boolean =>
  !/^(?:AMBIGUOUS|EXPRESSION|OUTSIDE|PARAMETER|PLACEHOLDER|SECOND_COMMAND|UNREADABLE)$/.test(refused);

const ordinary = printers.filter(({ refused }) => !refused);
const odd = printers.filter(({ refused }) => refused);

describe('the start and end scripts that slicers have for their printers', () => {
  it('are those of many printers, three slicers and four firmwares', () => {
    expect(ordinary.length).toBeGreaterThan(190);
    expect(new Set(ordinary.map(({ slicer }) => slicer)).size).toBe(3);
    expect([...new Set(ordinary.map(({ profile }) => profile))].sort()).toEqual([
      'klipper',
      'marlin-2',
      'prusa-buddy',
      'prusa-mk3',
    ]);
  });

  it.each(ordinary.map((printer) => [printer.name, printer.slicer, printer] as const))(
    '%s (%s) passes',
    (_name, _slicer, printer) => {
      for (const height of heights(printer)) {
        const content = print(printer, height);
        const policy = policyFor(printer);
        expect(analysed(content, policy).filter(({ severity }) => severity === 'refuse')).toEqual([]);
        expect(isStreamed(content, policy)).toBe(true);
      }
    },
  );

  it.each(odd.map((printer) => [printer.name, printer.slicer, printer] as const))(
    '%s (%s) is refused for the reason in the README, and is accepted when a manager may and does allow it',
    (_name, _slicer, printer) => {
      const refused = new Set<string>();
      for (const height of heights(printer)) {
        const content = print(printer, height);
        const findings = analysed(content, policyFor(printer));
        for (const finding of findings) if (finding.severity === 'refuse') refused.add(nameOf(finding));
        const allowing = policyFor(printer, (printer.refused ?? []).filter(isRule));
        const passes = printer.refused?.every(isRule) ?? false;
        expect(!isRefused(analysed(content, allowing))).toBe(passes);
        expect(isStreamed(content, allowing)).toBe(passes);
      }
      expect([...refused].sort()).toEqual(printer.refused);
    },
  );
});
